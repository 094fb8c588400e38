<?php
// Bad days of machines that share a grant through Redis, and a table of what each has cost: php tests/machines/days.php [WORDS]
// WORDS: only the days whose name contains them. DAYS_TABLE=FILE also writes the table as Markdown. Needs root; see README.md.

require __DIR__ . '/bed.inc';
require __DIR__ . '/scenes.inc';
foreach (['row', 'table', 'day'] as $part) {
    require __DIR__ . "/days/$part.inc";
}

$scenes = new Scenes($argv[1] ?? '');
$bed = new Bed(hosts: 3, replica: true, settings: [
    'infusionsoft.keepalive' => 0,
    'infusionsoft.retries' => 0,
]);
$rows = [];
foreach (['crowd', 'cuts', 'kills', 'loss', 'refusals', 'keys', 'restores', 'admins', 'settings'] as $kind) {
    foreach (require __DIR__ . "/days/$kind.inc" as $name => $scene) {
        $scenes->play($name, function () use ($name, $scene, $bed, &$rows): void {
            $day = new Day($bed);
            $scene($day, ...$bed->hosts);
            $rows[$name] = $day->row;
        });
    }
}
$rows = in_order($rows);
echo "\n";
print_table($rows);
echo sum($rows);
getenv('DAYS_TABLE') === false || write_markdown(getenv('DAYS_TABLE'), $rows);
exit($scenes->end());
