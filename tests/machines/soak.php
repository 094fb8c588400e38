<?php
// A soak: 3 hosts with 8 workers each create contacts all the time with tokens that live for 20 s, and every few seconds something
// fails. SOAK_SECONDS (600): for how long. SOAK_SEED: chooses the faults; it is printed. Needs root and PHP-FPM; see README.md.

require __DIR__ . '/bed.inc';
require __DIR__ . '/scenes.inc';
foreach (['site', 'soak', 'verdict'] as $part) {
    require __DIR__ . "/soak/$part.inc";
}
ini_set('memory_limit', '-1');

if (fpm_obstacle() !== '') {
    exit('skip - soak: ' . fpm_obstacle() . "\n0 passed, 0 failed, 1 skipped\n");
}
$seconds = (int) (getenv('SOAK_SECONDS') ?: 600);
$seed = (int) (getenv('SOAK_SEED') ?: random_int(1, 999999));
echo "SOAK_SEED=$seed SOAK_SECONDS=$seconds\n";

$scenes = new Scenes('');
$bed = new Bed(hosts: 3, replica: true, settings: ['infusionsoft.timeout_ms' => 5000, 'infusionsoft.connect_timeout_ms' => 3000]);
$soak = new Soak($bed, workers: 8, tokenLife: 20);
$scenes->play("$seconds s of faults, and after each one all hosts go on", fn () => $soak->run($seconds, $seed));
judge($scenes, $bed, $soak->sites, $soak->close());
exit($scenes->end());
