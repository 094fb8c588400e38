--TEST--
infusionsoft_contact_update() takes 40,000 entries of a collection in seconds, and finds the one that is given twice
--EXTENSIONS--
infusionsoft
--INI--
memory_limit=512M
--FILE--
<?php
const ENTRIES = 40000;
infusionsoft_fake(static fn (array $request) => $request['method'] === 'GET' ? ['id' => '7'] : ['id' => '7', 'sent' => true]);
$entries = static fn () => array_map(static fn (int $id): array => ['id' => (string) $id, 'content' => 'x'], range(1, ENTRIES));
$attempt = static function (array $fields): void {
    $began = getrusage();
    try {
        infusionsoft_contact_update(7, $fields);
        $requests = infusionsoft_recorded();
        echo count(end($requests)['body']['custom_fields']), ' sent';
    } catch (ValueError $e) {
        echo $e->getMessage();
    }
    $used = getrusage()['ru_utime.tv_sec'] - $began['ru_utime.tv_sec'];
    // Comparing each with each took 29 s.
    echo $used <= 10 ? '' : ", but in $used s", "\n";
};
$attempt(['custom_fields' => $entries()]);
$attempt(['custom_fields' => [...$entries(), ['id' => '1', 'content' => 'y']]]);
$attempt(['custom_fields' => array_fill_keys(range(1, ENTRIES), 'x')]);
?>
--EXPECT--
40000 sent
infusionsoft_contact_update(): Argument #2 ($changes) contact.custom_fields has two entries for 1: give only one
40000 sent
