<?php
// Tests of the bed itself, without a shared store: php tests/machines/bed_test.php [WORDS]
// WORDS: only the scenes whose name contains them. Needs root; see README.md.

require __DIR__ . '/bed.inc';
require __DIR__ . '/scenes.inc';

$scenes = new Scenes($argv[1] ?? '');
$bed = new Bed(hosts: 3, replica: true, settings: [
    'infusionsoft.keepalive' => 0,
    'infusionsoft.retries' => 0,
    'infusionsoft.connect_timeout_ms' => 1000,
    'infusionsoft.timeout_ms' => 2000,
]);
foreach (['hosts', 'network', 'redis', 'ends'] as $part) {
    foreach (require __DIR__ . "/bed_test/$part.inc" as $name => $scene) {
        $scenes->play($name, function () use ($scene, $bed): void {
            $bed->reset();
            $scene($bed, ...$bed->hosts);
        });
    }
}
exit($scenes->end());
