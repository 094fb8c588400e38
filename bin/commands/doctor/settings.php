<?php

/** Lines of php.ini that mean something else than one thinks. @return list<Finding> */
function wrong_lines(): array
{
    $findings = [];
    $known = array_keys(ini_get_all('infusionsoft', false));
    foreach (ini_lines() as ['file' => $file, 'name' => $name, 'value' => $value]) {
        $where = "$file: $name";
        if (!in_array($name, $known, true)) {
            $short = static fn (string $full): string => substr($full, strlen('infusionsoft.'));
            $hint = nearest($short($name), array_map($short, $known));
            $right = preg_match('/"(.+)"/', $hint, $found) ? "infusionsoft.$found[1]" : null;
            $findings[] = Finding::bad("$where is not a setting of the extension." . $hint,
                $right === null ? removal_of($name) : 'sed -i ' . escapeshellarg('s/' . preg_quote($name) . '/' . $right . '/') . ' ' . escapeshellarg($file));
        } elseif ($value !== '' && !preg_match('/^["\']|^[\w.\/:-]*$/', $value)) {
            $findings[] = Finding::bad("$where has a value without quotes: PHP reads characters such as = ; & ! as its own, and may ignore the rest of the file",
                'sed -i -E ' . escapeshellarg('s/^([[:space:]]*' . preg_quote($name) . '[[:space:]]*=[[:space:]]*)([^"[:space:]].*[^[:space:]])[[:space:]]*$/\1"\2"/') . ' ' . escapeshellarg($file));
        }
    }
    return $findings;
}

/** Settings that are good, and those that are not. */
return static function (): array {
    $findings = wrong_lines();
    $facts = facts();
    $is_set = static fn (string $name): bool => !in_array($facts["infusionsoft.$name"] ?? '', ['', 'not set', 'no value'], true);
    try {
        $accounts = infusionsoft_accounts();
    } catch (Infusionsoft\ConfigurationException $error) {
        $name = preg_match('/infusionsoft\.\w+/', $error->getMessage(), $found) ? $found[0] : '';
        return [...$findings, Finding::of_message($error->getMessage(), removal_of($name))];
    } catch (Infusionsoft\Exception) {
        $accounts = []; // the store: it is examined next
    }
    $has_key = $is_set('api_key') || array_filter($accounts, static fn (array $status): bool => $status['kind'] === 'api_key') !== [];
    if (!$is_set('client_id') && !$has_key) {
        $findings[] = Finding::bad('Neither a key nor an OAuth application is set: write infusionsoft.api_key, or infusionsoft.client_id and infusionsoft.client_secret, into ' . ini_file(),
            secret_to_write('api_key'));
    } elseif ($is_set('client_id') && !$is_set('client_secret')) {
        $findings[] = Finding::bad('infusionsoft.client_id is set, and infusionsoft.client_secret is not', secret_to_write('client_secret'));
    } else {
        $findings[] = Finding::good('Settings: ' . (ini_files() === [] ? 'no php.ini file' : implode(', ', array_unique(array_column(ini_lines(), 'file')) ?: [ini_files()[0]])));
    }
    if (!ini_get('infusionsoft.keepalive')) {
        $findings[] = Finding::note('infusionsoft.keepalive is off: an account without a call for 45 days must authorize again', removal_of('infusionsoft.keepalive'));
    }
    return $findings;
};
