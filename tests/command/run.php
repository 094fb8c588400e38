<?php
// The command bin/infusionsoft, as an administrator uses it: each scene is one line. Usage: run.php [WORDS], in a PHP with the extension.

require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../machines/scenes.inc';
require __DIR__ . '/Site.php';

$scenes = new Scenes($argv[1] ?? '');
foreach (['usage', 'accounts', 'connect', 'import_csv', 'migrate', 'doctor'] as $part) {
    foreach (require __DIR__ . "/$part.php" as $name => $scene) {
        $scenes->play($name, function () use ($scene, $keap): void {
            $keap->reset();
            $scene($keap);
        });
    }
}
exit($scenes->end());
