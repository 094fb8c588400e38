<?php
// systemd: the units are verified, and what they demand is put on a PHP by hand. No systemd runs here.

const FPM_DROP_IN = '/etc/systemd/system/php8.2-fpm.service.d/infusionsoft.conf';
const QUEUE_UNIT = '/etc/systemd/system/app-queue.service';

/** @return array<string, list<string>> the lines of [Service] by key */
$service = static function (Place $place, string $name): array {
    $values = [];
    foreach (explode("\n", block($place->blocks, $name, 'ini')) as $line) {
        if (preg_match('/^(\w+)=(.*)$/', $line, $pair) === 1) {
            $values[$pair[1]][] = $pair[2];
        }
    }
    return $values;
};

/** A command that allows no memory to be both writable and executable, as MemoryDenyWriteExecute= of newer systemds does: prctl(PR_SET_MDWE). */
$deny = static function (): array {
    $number = ['x86_64' => 157, 'aarch64' => 167][php_uname('m')] ?? throw new Skipped('the number of prctl() is not known here');
    $command = ['perl', '-e', "syscall($number, 65, 1, 0, 0, 0) == 0 or exit 77; exec { \$ARGV[0] } @ARGV", '--'];
    exec(implode(' ', array_map(escapeshellarg(...), [...$command, 'true'])), $none, $status);
    return $status === 77 ? throw new Skipped('the kernel has no PR_SET_MDWE') : $command;
};

return [
    'systemd: systemd-analyze verify finds nothing in the drop-in of PHP-FPM and in the unit of the queue worker' => static function (Place $place): void {
        $folder = $place->folder('units');
        mkdir("$folder/php8.2-fpm.service.d");
        // The unit of Debian's package is not in every machine; these are its lines that matter here.
        file_put_contents("$folder/php8.2-fpm.service", "[Unit]\nAfter=network.target\n\n[Service]\nType=notify\nExecStart=/bin/true\nExecReload=/bin/kill -USR2 \$MAINPID\n");
        file_put_contents("$folder/php8.2-fpm.service.d/infusionsoft.conf", block($place->blocks, FPM_DROP_IN, 'ini'));
        $unit = preg_replace('~^(ExecStart=)/usr/bin/php\b~m', '$1/bin/true', block($place->blocks, QUEUE_UNIT, 'ini'), 1, $count);
        same(1, $count, 'the command of the worker');
        file_put_contents("$folder/app-queue.service", $unit);
        foreach (['php8.2-fpm', 'app-queue'] as $name) {
            exec("SYSTEMD_UNIT_PATH=$folder: systemd-analyze verify --man=no --recursive-errors=no $folder/$name.service 2>&1", $said);
        }
        same([], array_values(preg_grep('/infusionsoft\.conf|app-queue|fpm/', $said)), 'what it says');
        // A check that cannot fail shows nothing.
        file_put_contents("$folder/php8.2-fpm.service.d/infusionsoft.conf", "[Service]\nProtectSystems=strict\n");
        exec("SYSTEMD_UNIT_PATH=$folder: systemd-analyze verify --man=no --recursive-errors=no $folder/php8.2-fpm.service 2>&1", $wrong);
        is_true(preg_grep('/ProtectSystems/', $wrong) !== [], 'it overlooks a wrong key');
    },

    'systemd: the units give the store to the user of PHP, and 70 s to an exchange' => static function (Place $place) use ($service): void {
        $fpm = $service($place, FPM_DROP_IN);
        $queue = $service($place, QUEUE_UNIT);
        is_true(in_array('/var/lib/infusionsoft', explode(' ', $fpm['ReadWritePaths'][0]), true), 'ReadWritePaths=');
        same(['infusionsoft'], $queue['StateDirectory'], 'StateDirectory=');
        same(['0700'], $queue['StateDirectoryMode'], 'StateDirectoryMode=');
        same(['www-data'], $queue['User'], 'User=');
        preg_match('/--timeout=(\d+)/', $queue['ExecStart'][0], $timeout);
        is_true(seconds($queue['TimeoutStopSec'][0]) >= $timeout[1] + 70, 'TimeoutStopSec= of the worker');
        is_true(seconds($fpm['TimeoutStopSec'][0]) > 70 && $fpm['KillSignal'] === ['SIGQUIT'] && !isset($fpm['KillMode']), 'the stop of PHP-FPM');
    },

    'systemd: the command before PHP-FPM makes the directory for its workers' => static function (Place $place): void {
        $image = $place->images['fpm'];
        $script = 'rmdir /var/lib/infusionsoft; ' . block($place->blocks, null, 'sh', '-o www-data -g www-data') . 'stat -c "%U:%G %a" /var/lib/infusionsoft';
        $said = run(enter(['lower' => $image->layers, 'upper' => $place->folder('made') . '/upper'], ['sh', '-euc', $script]));
        same("www-data:www-data 700\n", $said, 'owner and mode');
    },

    'systemd: under ProtectSystem=strict, NoNewPrivileges=yes and MemoryDenyWriteExecute=yes a call with a refresh works' => static function (Place $place) use ($service, $deny): void {
        $queue = $service($place, QUEUE_UNIT);
        foreach (['ProtectSystem' => 'strict', 'NoNewPrivileges' => 'yes', 'MemoryDenyWriteExecute' => 'yes'] as $key => $value) {
            same([$value], $queue[$key], $key);
            same([$value], $service($place, FPM_DROP_IN)[$key], "$key of PHP-FPM");
        }
        $store = "/var/lib/{$queue['StateDirectory'][0]}";
        foreach ([[], [$store]] as $writable) {
            $volume = $place->volume();
            $place->keap->reset();
            $place->outside($volume, 'import_expired($keap);');
            $container = new Container($place->images['artisan'], $place->folder('unit'), [
                // Without ReadWritePaths= the store is read-only too, like all else.
                'mounts' => [[$writable === [] ? 'ro' : 'bind', $volume, $store], ...array_slice($place->mounts('', '', $place->secret(['pcre.jit' => '0'])), 1), ['tmpfs', '', '/tmp']],
                'readOnly' => true, 'confined' => true, 'wrapper' => $deny(),
            ], ['queue:work']);
            $status = $container->ended();
            if ($writable === []) {
                is_true($status !== 0 && preg_match('/read-only/', $container->output()) === 1, "without a writable store: $status " . $container->output());
            } else {
                same([0, "queue:work as 33\n"], [$status, $container->output()], 'the command');
                same('valid', $place->outside($volume, 'echo infusionsoft_token_status()["state"];'), 'the state');
            }
        }
    },

    'systemd: MemoryDenyWriteExecute=yes makes PHP warn of its regular expressions unless pcre.jit is 0' => static function (Place $place) use ($deny): void {
        $match = 'preg_match("/a+/", "aaa");';
        foreach (['1' => true, '0' => false] as $jit => $warns) {
            $said = run([...$deny(), PHP_BINARY, '-n', '-d', 'display_errors=1', '-d', "pcre.jit=$jit", '-r', $match]);
            same($warns, str_contains($said, 'JIT'), "pcre.jit=$jit: $said");
        }
    },

    'systemd: SystemCallFilter=@system-service allows all that a call with a refresh does' => static function (Place $place) use ($service): void {
        same(['@system-service'], $service($place, QUEUE_UNIT)['SystemCallFilter'], 'the filter');
        $allowed = [];
        for ($sets = ['@system-service']; $sets; ) {
            foreach (explode("\n", run(['systemd-analyze', 'syscall-filter', array_shift($sets)])) as $line) {
                if (preg_match('/^    (@?[\w-]+)$/', $line, $name) === 1) {
                    $name[1][0] === '@' ? $sets[] = $name[1] : $allowed[] = $name[1];
                }
            }
        }
        $place->keap->reset();
        $volume = $place->volume();
        $place->outside($volume, 'import_expired($keap);');
        $log = $place->folder('strace') . '/log';
        $settings = ['infusionsoft.store_path' => $volume, 'infusionsoft.key' => $place->key] + json_decode(file_get_contents("{$place->keap->folder}/settings.json"), true);
        $said = run(['strace', '-f', '-qq', '-o', $log, ...keap_php_command($settings, ['-r', 'infusionsoft_contact_find("a@example.com"); echo "called";'])]);
        is_true(str_contains($said, 'called'), $said);
        preg_match_all('/^\d+ +(\w+)\(/m', file_get_contents($log), $calls);
        is_true(count(array_unique($calls[1])) > 20 && in_array('read', $allowed, true), 'the lists are too short');
        same([], array_values(array_diff(array_unique($calls[1]), $allowed)), 'calls that the filter refuses');
    },
];
