<?php

// Builds the images of docs/deploy.md and starts the scenes. See tests/suites/deploy.
// Usage: php run.php BASE SHARED OWN SCRATCH [WORDS]   BASE: a Debian; SHARED, OWN: folders for layers; SCRATCH: a folder that is removed later

require __DIR__ . '/document.php';
require __DIR__ . '/images.php';

[, $base, $shared, $own, $scratch] = $argv;
$root = dirname(__DIR__, 2);
$counts = ['ok' => 0, 'not ok' => 0, 'skip' => 0];
$blocks = blocks("$root/docs/deploy.md");

// The context of the build, as the document describes it.
$context = "$scratch/context";
run(['mkdir', '-p', "$context/infusionsoft"]);
run(['sh', '-c', 'cd "$1" && tools/files | grep -E "^(config.m4|ext/)" | tar -cf - -T - | tar -xf - -C "$2"', 'copy', $root, "$context/infusionsoft"]);
run(['cp', '-r', __DIR__ . '/app', "$context/app"]);
file_put_contents("$context/fpm.conf", block($blocks, 'fpm.conf', 'ini'));

$images = new Images(['debian:bookworm-slim' => $base], $context, $shared, "$own/layers");
$failure = '';
try {
    $images->build(block($blocks, 'Dockerfile', 'dockerfile'));
    // A stand-in for the official image of PHP: Debian's PHP, with the command and the folder of that image that are used.
    $images->build(<<<'DOCKERFILE'
        FROM extension AS php:8.4-fpm
        WORKDIR /
        RUN mkdir -p /usr/local/etc/php-fpm.d && printf '#!/bin/sh\necho "extension=$1" >/etc/php/8.2/cli/conf.d/docker-php-ext-$1.ini\n' >/usr/local/bin/docker-php-ext-enable && chmod +x /usr/local/bin/docker-php-ext-enable
        DOCKERFILE, false);
    $images->build(block($blocks, null, 'dockerfile', 'FROM php:8.4-fpm'));
} catch (Throwable $thrown) {
    $failure = 'after the line above: ' . $thrown->getMessage();
}
foreach ($images->done as $line) {
    echo 'ok - Dockerfile: ', strlen($line) > 90 ? substr($line, 0, 87) . '...' : $line, "\n";
    $counts['ok']++;
}
if ($failure !== '') {
    echo "not ok - Dockerfile\n    ", str_replace("\n", "\n    ", $failure), "\n";
    echo "$counts[ok] passed, 1 failed, 0 skipped\n";
    exit(1);
}
$images->sweep();
file_put_contents("$scratch/stages", serialize([$images->stages, $linesOfUsedBlocks]));

// Without a network but its own loopback, so that ports are free and nothing reaches Keap.
$command = ['unshare', '--net', PHP_BINARY, '-n', '-d', 'extension_dir=' . ini_get('extension_dir'), '-d', 'extension=infusionsoft', __DIR__ . '/scenes.php', $scratch, $argv[5] ?? ''];
$process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
while (($line = fgets($pipes[1])) !== false) {
    if (preg_match('/^(ok|not ok|skip) - /', $line, $found) === 1) {
        $counts[$found[1]]++;
    }
    echo $line;
}
if (proc_close($process) !== 0) {
    $counts['not ok']++;
    echo "not ok - the scenes ended early\n";
}
echo "$counts[ok] passed, {$counts['not ok']} failed, $counts[skip] skipped\n";
exit($counts['not ok'] > 0 ? 1 : 0);
