<?php

/** The operations that a new form names. */
function named_operations(string $text): array
{
    preg_match_all("/infusionsoft_(?:call|each)\('(\w+)'/", $text, $found);
    return $found[1];
}

return [
    'each operation and function that migrate names exists' => function (Keap $keap): void {
        infusionsoft_fake([]);
        foreach (['xmlrpc', 'php-sdk', 'laravel-keap'] as $map) {
            foreach (require dirname(__DIR__, 2) . "/bin/commands/migrate/$map.php" as $old => [$new]) {
                foreach (named_operations((string) $new) as $operation) {
                    try {
                        infusionsoft_call($operation);
                    } catch (ValueError $error) {
                        is_true(!str_contains($error->getMessage(), 'there is no'), "$old: $operation");
                    }
                }
                preg_match_all('/\b(infusionsoft_\w+)\(/', (string) $new, $functions);
                foreach ($functions[1] as $function) {
                    is_true(function_exists($function), "$old: $function");
                }
            }
        }
        infusionsoft_fake(null);
    },

    'migrate finds the calls of five clients, each at its line' => function (Keap $keap): void {
        $folder = "$keap->folder/old";
        mkdir("$folder/vendor", 0700, true);
        file_put_contents("$folder/vendor/left_out.php", "<?php 'ContactService.add';");
        file_put_contents("$folder/a.php", <<<'PHP'
            <?php
            use Infusionsoft\Infusionsoft;
            $infusionsoft = new Infusionsoft($settings);
            $infusionsoft->refreshAccessToken();
            $id = $infusionsoft->contacts('xml')->addWithDupCheck(['FirstName' => 'Mary'], 'Email');
            $infusionsoft->contacts()
                ->create(['given_name' => 'Mary']);
            $infusionsoft->data()->query('Contact', 10, 0, [], ['Id'], 'Id', true);
            $xmlrpc->call('ContactService.addToGroup', $key, $id, 91);
            Infusionsoft_ContactService::runActionSequence($id, 3);
            Keap::contact()->createOrUpdate(['given_name' => 'Mary']);
            $nobody->contacts()->create();
            PHP);
        file_put_contents("$folder/b.php", "<?php\nuse Keap\\Core\\V2\\Api\\ContactApi;\n\$api->createContact(\$request);\n\$api->listTasksWithHttpInfo();\n");
        $site = new Site($keap);
        $found = json_decode($site->command(['migrate', "--scan=$folder", '--json']), true);
        same([
            ['a.php', 4, '->refreshAccessToken()'],
            ['a.php', 5, "->contacts('xml')->addWithDupCheck()"],
            ['a.php', 6, '->contacts()->create()'],
            ['a.php', 8, '->data()->query()'],
            ['a.php', 9, 'ContactService.addToGroup'],
            ['a.php', 10, 'Infusionsoft_ContactService::runActionSequence()'],
            ['a.php', 11, 'Keap::contact()->createOrUpdate()'],
            ['a.php', 12, '->contacts()->create()'],
            ['b.php', 3, '->createContact()'],
            ['b.php', 4, '->listTasks()'],
        ], array_map(static fn (array $entry): array => [basename($entry['file']), $entry['line'], $entry['old']], $found), 'calls');
        $said = $site->command(['migrate', "--scan=$folder"]);
        contains("a.php:9: ContactService.addToGroup → infusionsoft_tag_apply(\$tag, \$id)", $said);
        contains('a.php:10: Infusionsoft_ContactService::runActionSequence() → not in REST', $said);
        contains('10 calls in 2 files, 2 of them without a direct form in REST.', $said);
        same(1, $site->status, 'status');
        contains('is not a folder', $site->command(['migrate', "--scan=$folder/none"]));
        same(2, $site->status, 'no folder');
    },
];
