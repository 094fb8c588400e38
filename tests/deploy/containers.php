<?php
// Docker and Compose.

$compose = static fn (Place $place): array => yaml(block($place->blocks, 'compose.yaml', 'yaml'))[0];

/** Volume target, secret's target and grace of a service. */
$facts = static function (Place $place, string $name) use ($compose): array {
    $service = $compose($place)['services'][$name];
    [$volume, $target] = explode(':', $service['volumes'][0]);
    is_true(array_key_exists($volume, $compose($place)['volumes']), "the volume $volume is not declared");
    same(['keap.ini'], $service['secrets'], 'secrets');
    same('./keap.ini', $compose($place)['secrets']['keap.ini']['file'], 'the file of the secret');
    is_true(isset($place->images[$service['build']['target']]), 'the target is no stage of the Dockerfile');
    return ['image' => $place->images[$service['build']['target']], 'target' => $target, 'grace' => seconds($service['stop_grace_period']), 'command' => $service['command'] ?? null];
};

return [
    'Compose: a new volume gets user 33 and mode 0700 from the image, at the default of infusionsoft.store_path' => static function (Place $place) use ($facts): void {
        foreach (['php', 'queue'] as $service) {
            ['image' => $image, 'target' => $target] = $facts($place, $service);
            same(run(keap_php_command([], ['-r', 'echo ini_get("infusionsoft.store_path");'])), $target, 'the target of the volume');
            $layer = ['lower' => $image->layers, 'upper' => $place->folder('look') . '/upper'];
            same("33:33 700\n", run(enter($layer, ['stat', '-c', '%u:%g %a', $target])), 'owner and mode');
            same("33\n", run(enter($layer, ['id', '-u', $image->user])), 'the user of the image');
        }
        is_true(str_contains(file_get_contents(dirname(__DIR__, 2) . '/docs/deploy.md'), 'install -d -m 0700 -o 33 -g 33 /srv/keap'), 'the folder of the host');
    },

    'Compose: PHP-FPM calls Keap as user 33 with the store in the volume and the key in the secret' => static function (Place $place) use ($facts): void {
        ['image' => $image, 'target' => $target] = $facts($place, 'php');
        $volume = $place->volume();
        $container = new Container($image, $place->folder('php'), ['mounts' => $place->mounts($target, $volume, $place->secret())]);
        $place->ready($container, $image);
        $said = $place->reply($place->request($image))['said'];
        is_true(str_contains($said, 'There is no grant'), "a call without a grant: $said");
        $place->outside($volume, '$keap->authorize();');
        $reply = $place->reply($place->request($image));
        same(['called', 'valid', null, 33], [$reply['said'], $reply['state'], $reply['attention'], $reply['user']], 'the page');
        is_true(isset(owners($volume)['tokens']) && !isset(owners($volume)['key']), 'files of the store: ' . json_encode(owners($volume)));
        same(['33:33 600'], array_values(array_unique(owners($volume))), 'owner and mode of the files');
        $container->stop();
        same(0, $container->ended(), 'exit status');
    },

    'Compose: a stop while a token is exchanged waits for it; the visitor gets his page and the grant is kept' => static function (Place $place) use ($facts): void {
        ['image' => $image, 'target' => $target, 'grace' => $grace] = $facts($place, 'php');
        preg_match('/^process_control_timeout = (\d+)s$/m', block($place->blocks, 'fpm.conf', 'ini'), $limit);
        is_true($grace > (int) $limit[1] && (int) $limit[1] >= 70, "grace $grace s, process_control_timeout $limit[1] s");
        same('SIGQUIT', $image->stopSignal, 'the stop signal');
        $volume = $place->volume();
        $container = new Container($image, $place->folder('php'), ['mounts' => $place->mounts($target, $volume, $place->secret())]);
        $place->ready($container, $image);
        $place->keap->reset();
        $place->outside($volume, 'import_expired($keap);');
        $place->keap->fault(['path' => '/token', 'hold' => 'after']);
        $request = $place->request($image);
        $place->keap->wait('/token', 1, 'held');
        $container->stop();
        same(null, $container->ended(0.3), 'the container ended before the exchange');
        $place->keap->release(['path' => '/token']);
        same('called', $place->reply($request)['said'], 'the page');
        same(0, $container->ended($grace), 'exit status');
        same('valid', $place->outside($volume, 'echo infusionsoft_token_status()["state"];'), 'the state');
    },

    'Compose: an artisan command that ends while its token is exchanged waits for it, and the grant is kept' => static function (Place $place) use ($facts): void {
        ['image' => $image, 'target' => $target] = $facts($place, 'queue');
        same(['php', 'artisan'], $image->entrypoint, 'the entrypoint');
        same(['schedule:run'], $image->command, 'the command');
        $volume = $place->volume();
        $place->keap->reset();
        $place->outside($volume, 'import_due($keap);');
        $place->keap->fault(['path' => '/token', 'hold' => 'after']);
        $container = new Container($image, $place->folder('artisan'), ['mounts' => $place->mounts($target, $volume, $place->secret())]);
        $place->outlives($container, "schedule:run as 33\n");
        same('valid', $place->outside($volume, 'echo infusionsoft_token_status()["state"];'), 'the state after the first process has ended');
        same(1, $place->keap->counts()['refreshes']['ok'], 'refreshes');
    },

    'Docker: the lines for the official image enable the extension, and make the directory of the store' => static function (Place $place): void {
        $image = $place->images['last'];
        $look = 'php --ri infusionsoft | grep enabled; stat -c "%U %a" /var/lib/infusionsoft; cat /usr/local/etc/php-fpm.d/zz-infusionsoft.conf';
        $said = run(enter(['lower' => $image->layers, 'upper' => $place->folder('official') . '/upper'], ['sh', '-c', $look]));
        same("Keap (Infusionsoft) support => enabled\nwww-data 700\n[global]\nprocess_control_timeout = 70s\n", $said, 'what it has');
        same(':/run/secrets', $image->environment['PHP_INI_SCAN_DIR'], 'the folders of php.ini');
    },

    'Compose: the queue worker stops by SIGTERM within its grace' => static function (Place $place) use ($facts): void {
        ['image' => $image, 'grace' => $grace, 'command' => $command] = $facts($place, 'queue');
        same('SIGTERM', $image->stopSignal, 'the stop signal');
        preg_match('/^--timeout=(\d+)$/', $command[1], $timeout);
        is_true($grace >= (int) $timeout[1] + 70, "grace $grace s");
    },
];
