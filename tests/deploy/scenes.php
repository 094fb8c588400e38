<?php

// The images run as docs/deploy.md says, against a stand-in for Keap. Started by run.php, in a network of its own.

require_once __DIR__ . '/document.php';
require_once __DIR__ . '/images.php';
run(['ip', 'link', 'set', 'lo', 'up']);
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/../store/fpm.inc';
require __DIR__ . '/place.php';

$place = new Place($keap, $argv[1]);
foreach (['containers', 'kubernetes', 'systemd', 'hosts', 'complete'] as $part) {
    foreach (require __DIR__ . "/$part.php" as $name => $scene) {
        if (!str_contains($name, $argv[2])) {
            continue;
        }
        try {
            $scene($place);
            echo "ok - $name\n";
        } catch (Skipped $skipped) {
            echo "skip - $name: {$skipped->getMessage()}\n";
        } catch (Throwable $thrown) {
            $report = get_class($thrown) . ": {$thrown->getMessage()} ({$thrown->getFile()}:{$thrown->getLine()})";
            echo "not ok - $name\n    ", str_replace("\n", "\n    ", substr($report, 0, 4000)), "\n";
        }
    }
}
