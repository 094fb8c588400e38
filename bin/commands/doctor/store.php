<?php

const SPACE_WANTED = 4 << 20; // bytes: a store of some hundred accounts grows by less

/** Network file systems, and what they are: the store needs locks on ranges and memory that processes share. */
const UNSUITABLE_FILE_SYSTEMS = ['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'ceph', 'glusterfs'];

function file_system_of(string $path): ?string
{
    $best = ['', null];
    foreach (@file('/proc/self/mounts') ?: [] as $line) {
        [, $at, $type] = explode(' ', $line);
        if (str_starts_with("$path/", rtrim($at, '/') . '/') && strlen($at) >= strlen($best[0])) {
            $best = [$at, $type];
        }
    }
    return $best[1];
}

/** @return list<Finding> */
function disk_findings(string $path): array
{
    $findings = [];
    $type = file_system_of(realpath($path));
    if (in_array($type, UNSUITABLE_FILE_SYSTEMS, true)) {
        $findings[] = Finding::bad("$path is on a network file system ($type), which may lack locks and shared memory",
            setting_to_write('infusionsoft.store_path', '/var/lib/infusionsoft'));
    }
    $free = @disk_free_space($path);
    if ($free !== false && $free < SPACE_WANTED) {
        $findings[] = Finding::bad("$path has " . intdiv((int) $free, 1024) . ' KiB of free space: new accounts are refused', 'df -h ' . escapeshellarg($path));
    }
    return $findings;
}

/** A key that others can read opens the store to them. */
function key_findings(string $path): array
{
    $key = ini_get('infusionsoft.key_file') ?: "$path/key";
    $mode = is_file($key) ? fileperms($key) & 0777 : 0;
    return $mode & 07 ? [Finding::bad("$key can be read or changed by every user (mode " . decoct($mode) . ')', 'chmod o= ' . escapeshellarg($key))] : [];
}

/** The store: whether this user can use it, and whether what is in it can be read. */
return static function (): array {
    $path = ini_get('infusionsoft.store_path');
    if (isset(facts()['infusionsoft.api_key']) && facts()['infusionsoft.api_key'] !== 'not set' && !is_dir($path)) {
        return [Finding::good('No store is needed with infusionsoft.api_key')];
    }
    try {
        infusionsoft_accounts();
        // A store is made at the first write: this looks whether that is possible, and writes nothing.
        is_dir($path) && !is_writable($path) && $unwritable = true;
    } catch (Infusionsoft\StoreException $error) {
        return [Finding::of_message($error->getMessage()), ...(is_dir($path) ? [...disk_findings($path), ...key_findings($path)] : [])];
    } catch (Infusionsoft\Exception) {
        return []; // a setting, which was told before
    }
    $findings = [...disk_findings($path), ...key_findings($path)];
    if (isset($unwritable)) {
        $findings[] = Finding::bad("$path cannot be written by this user: a token cannot be renewed", 'chown -R ' . escapeshellarg(user_name()) . ': ' . escapeshellarg($path) . ' && chmod -R u=rwX,go= ' . escapeshellarg($path));
    }
    return $findings ?: [Finding::good("Store $path, " . (file_system_of(realpath($path)) ?? 'file system not known') . ', as the user ' . user_name())];
};
