<?php
// AppArmor, panels, proxies, CI of an application, shared hosting.

$root = static fn (Image $image, Place $place): array => ['lower' => $image->layers, 'upper' => $place->folder('root') . '/upper'];

return [
    'AppArmor: the rules are of the right syntax' => static function (Place $place): void {
        $rules = block($place->blocks, '/etc/apparmor.d/local/php-fpm', 'apparmor');
        foreach (['infusionsoft.so mr', 'owner /var/lib/infusionsoft/** rwkl'] as $rule) {
            is_true(str_contains($rules, "$rule,"), $rule);
        }
        $file = $place->folder('apparmor') . '/profile';
        $parse = static function (string $rules) use ($file): int {
            file_put_contents($file, "profile php-fpm /usr/sbin/php-fpm* {\n$rules\n}\n");
            exec("apparmor_parser --skip-kernel-load --skip-cache --base /etc/apparmor.d $file 2>&1", $said, $status);
            return $status;
        };
        same(0, $parse($rules), 'exit status of apparmor_parser');
        is_true($parse("$rules\n/var/lib/infusionsoft/ rwq,") !== 0, 'it overlooks a wrong rule');
    },

    'Forge: the directory of the user of the site serves that user, and no other' => static function (Place $place) use ($root): void {
        $command = block($place->blocks, null, 'sh', '-o forge');
        $secret = $place->secret();
        $as = static fn (string $user): string => "setpriv --reuid=$user --regid=$user --clear-groups php artisan schedule:run";
        // Everybody may read this copy of the secret: the permissions of the store are what counts here.
        $script = "useradd -m forge && useradd -m other && mkdir -p /run/secrets && cp /media/keap.ini /run/secrets/ && chmod 0444 /run/secrets/keap.ini\n$command"
            . 'setpriv --reuid=forge --regid=forge --clear-groups php -r "infusionsoft_token_import(json_decode(getenv(\'GRANT\'), true));"' . "\n"
            . $as('forge') . "\nstat -c '%U %a' /var/lib/infusionsoft/*\n" . $as('other') . " 2>&1 | grep -o 'runs as other' | head -n 1";
        $image = $place->images['artisan'];
        $place->keap->reset();
        $said = run(enter($root($image, $place), ['sh', '-euc', $script], [
            // The store on a real disk, in the place of the image's own.
            'mounts' => [['bind', $place->folder('forge'), '/var/lib'], ['ro', dirname($secret), '/media'], ['ro', $place->keap->caFile, '/run/ca.pem']],
            'environment' => $image->environment + ['GRANT' => json_encode($place->keap->grant())], 'workdir' => $image->workdir,
        ]));
        is_true(preg_match("/schedule:run as 1\d{3}\n(forge 600\n)+runs as other\n$/", $said) === 1, $said);
    },

    'Proxies: a pool with env[https_proxy] uses the proxy, and a pool without it does not' => static function (Place $place): void {
        $line = trim(block($place->blocks, null, 'ini', 'env[https_proxy]'));
        $proxy = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($proxy, false);
        $image = $place->images['fpm'];
        foreach (['' => false, str_replace('proxy.example.com:3128', $address, $line) => true] as $added => $uses) {
            $volume = $place->volume();
            $place->keap->reset();
            $place->outside($volume, '$keap->authorize();');
            $pool = $place->folder('pool') . '/fpm.conf';
            file_put_contents($pool, block($place->blocks, 'fpm.conf', 'ini') . "$added\n");
            $secret = $place->secret(['infusionsoft.base_url' => 'https://keap.example.com/crm', 'infusionsoft.retries' => '0', 'infusionsoft.timeout_ms' => '20000']);
            $container = new Container($image, $place->folder('php'), [
                'mounts' => [...$place->mounts('/var/lib/infusionsoft', $volume, $secret), ['ro', $pool, '/etc/php/8.2/fpm/container.conf']],
                // PHP-FPM has it in its own environment in both cases, and clears it.
                'more' => ['https_proxy' => "http://$address"],
            ]);
            $place->ready($container, $image);
            $request = $place->request($image);
            $connection = @stream_socket_accept($proxy, $uses ? 20 : 0.5);
            if ($uses) {
                $connection !== false || throw new RuntimeException('the proxy was not asked; the page: ' . $place->reply($request)['said']);
                same("CONNECT keap.example.com:443 HTTP/1.1\r\n", fgets($connection), 'what the proxy is asked');
                fwrite($connection, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                fclose($connection);
            }
            $said = $place->reply($request)['said'];
            unset($container); // frees the port
            same($uses, $connection !== false, "the proxy was asked; the page: $said");
            is_true($uses === str_contains($said, '403'), $said);
        }
    },

    'GitHub Actions: the steps of the workflow install the extension' => static function (Place $place) use ($root): void {
        $workflow = yaml(block($place->blocks, '.github/workflows/tests.yml', 'yaml'))[0];
        $steps = array_column($workflow['jobs']['tests']['steps'], null, 'run');
        $install = array_values(array_filter($steps, static fn (array $step): bool => isset($step['working-directory'])));
        same(1, count($install), 'steps with a folder');
        // The runner has sudo and a network; here the packages are installed.
        $script = "printf '#!/bin/sh\\nexec \"\$@\"\\n' >/usr/local/bin/sudo && chmod +x /usr/local/bin/sudo\n"
            . "printf '#!/bin/sh\\n' >/usr/local/bin/apt-get && chmod +x /usr/local/bin/apt-get\ncd /usr/src/infusionsoft\n"
            . "{$install[0]['run']}\n" . $steps['php --ri infusionsoft']['run'];
        $image = $place->images['extension'];
        $said = run(enter($root($image, $place), ['bash', '-eo', 'pipefail', '-c', $script], ['environment' => $image->environment]));
        is_true(str_contains($said, 'Keap (Infusionsoft) support => enabled'), substr($said, -500));
    },

    'Shared hosting: a php.ini of one\'s own loads the extension and names the store' => static function (Place $place) use ($root): void {
        $ini = block($place->blocks, 'php.ini', 'ini');
        $script = 'useradd -m site && install -d -o site ~site/php && install -d -o site -m 0700 ~site/keap && cp "$(php-config --extension-dir 2>/dev/null || php -n -r "echo ini_get(\"extension_dir\");")"/infusionsoft.so ~site/php/'
            . " && printf '%s' " . escapeshellarg($ini) . ' >~site/php.ini && phpdismod infusionsoft && ' . trim(strtr(block($place->blocks, null, 'sh', 'php --ini'), "\n", ';'), ';')
            . ' && export HOME=~site && setpriv --reuid=site --regid=site --clear-groups php -c ~site/php.ini --ri infusionsoft';
        $said = run(enter($root($place->images['artisan'], $place), ['sh', '-euc', $script]));
        is_true(preg_match('~infusionsoft\.store_path => /\w+/site/keap~', $said) === 1, substr($said, -1500));
    },
];
