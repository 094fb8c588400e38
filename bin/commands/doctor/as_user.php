<?php

/** The name of the user that this process runs as, without the extension posix too. */
function user_name(): string
{
    $id = function_exists('posix_geteuid') ? posix_geteuid() : (int) (preg_match('/^Uid:\s+\d+\s+(\d+)/m', (string) @file_get_contents('/proc/self/status'), $found) ? $found[1] : getmyuid());
    foreach (@file('/etc/passwd') ?: [] as $line) {
        $parts = explode(':', $line);
        if ((int) ($parts[2] ?? -1) === $id) {
            return $parts[0];
        }
    }
    return (string) $id;
}

/** The php.ini of PHP-FPM, where the system keeps one of its own. */
function fpm_ini(): ?string
{
    foreach (['/etc/php/' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION . '/fpm/php.ini', '/etc/php' . PHP_MAJOR_VERSION . PHP_MINOR_VERSION . '/php.ini'] as $file) {
        if (is_file($file)) {
            return $file;
        }
    }
    return null;
}

/** What the pools of that user set of the extension, as lines of php.ini. */
function pool_settings(string $ini, string $user): string
{
    $text = '';
    foreach (glob(dirname($ini) . '/{pool.d,php-fpm.d}/*.conf', GLOB_BRACE) ?: [] as $file) {
        $pool = (string) @file_get_contents($file);
        if (preg_match('/^\s*user\s*=\s*' . preg_quote($user, '/') . '\s*$/m', $pool)
            && preg_match_all('/^\s*php_(?:admin_)?(?:value|flag)\[(infusionsoft\.\w+)\]\s*=\s*(.*)$/m', $pool, $found)) {
            $text .= implode('', array_map(static fn (string $name, string $value): string => "$name = $value\n", $found[1], $found[2]));
        }
    }
    return $text;
}

/**
 * Runs the examination again as another user and with another php.ini. Settings of pools pass in a file that only that user can read: they
 * may have secrets, and arguments can be seen by all.
 */
function run_as(?string $user, ?string $ini, bool $json, ?string $account): int
{
    $ini ??= fpm_ini() ?? (php_ini_loaded_file() ?: null);
    $folders = $ini !== null && is_dir(dirname($ini) . '/conf.d') ? [dirname($ini) . '/conf.d'] : array_filter(explode(PATH_SEPARATOR, (string) getenv('PHP_INI_SCAN_DIR')) ?: [PHP_CONFIG_FILE_SCAN_DIR]);
    $own = null;
    if ($user !== null && $ini !== null && ($settings = pool_settings($ini, $user)) !== '') {
        $own = sys_get_temp_dir() . '/infusionsoft-doctor-' . bin2hex(random_bytes(6));
        mkdir($own, 0700);
        file_put_contents("$own/pool.ini", $settings);
        chown("$own/pool.ini", $user);
        chown($own, $user);
        $folders[] = $own;
    }
    $command = [PHP_BINARY, ...($ini === null ? [] : ['-c', $ini]), $_SERVER['SCRIPT_FILENAME'], 'doctor', ...($json ? ['--json'] : []), ...($account === null ? [] : ["--account=$account"])];
    if ($user !== null && $user !== user_name()) {
        $command = ['setpriv', "--reuid=$user", "--regid=" . group_of($user), '--init-groups', '--', ...$command];
    }
    try {
        $process = @proc_open($command, [STDIN, STDOUT, STDERR], $pipes, env_vars: ['PHP_INI_SCAN_DIR' => implode(PATH_SEPARATOR, $folders)] + getenv());
        return is_resource($process) ? proc_close($process) : throw new UsageError('setpriv could not be started: install util-linux, or run the doctor as that user without --user');
    } finally {
        $own === null || (unlink("$own/pool.ini") && rmdir($own));
    }
}

function group_of(string $user): string
{
    foreach (@file('/etc/passwd') ?: [] as $line) {
        $parts = explode(':', $line);
        if ($parts[0] === $user) {
            return $parts[3];
        }
    }
    throw new UsageError("There is no user \"$user\"");
}
