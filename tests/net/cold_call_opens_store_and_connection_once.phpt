--TEST--
The first call of a process opens the store, the connection and one certificate authority once each, and an idle process only the store
--SKIPIF--
<?php
require __DIR__ . '/strace_skipif.inc';
if (!extension_loaded('openssl')) {
    echo 'skip needs the extension openssl';
} elseif (extension_loaded('curl') && !str_starts_with(curl_version()['ssl_version'], 'OpenSSL')) {
    echo 'skip this libcurl has no OpenSSL';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/authorities.inc';
require __DIR__ . '/strace.inc';

/** The system calls on files of a folder, and on the descriptors that were opened there, by name. */
function calls_on(string $folder, array $lines): string
{
    $open = $made = [];
    foreach ($lines as $line) {
        if (!preg_match('/^(\w+)\((\w*)/', $line, $call)) {
            continue; // a signal
        }
        $named = str_contains($line, "\"$folder");
        $mapped = $call[1] === 'mmap' && preg_match('/, (\d+), 0\)/', $line, $of) && isset($open[$of[1]]);
        if ($named || $mapped || isset($open[$call[2]])) {
            // The C library has several names for it.
            $made[] = preg_replace('/^(new|f|l)?(f?stat|fstatat)(64)?$/', 'stat', $call[1]);
        }
        if ($named && preg_match('/ = (\d+)$/', $line, $descriptor) && $call[1] === 'openat') {
            $open[$descriptor[1]] = true;
        } elseif ($call[1] === 'close') {
            unset($open[$call[2]]);
        }
    }
    $counts = array_count_values($made);
    ksort($counts);
    return urldecode(http_build_query($counts, '', ' '));
}

$keap->authorize();
$authority = file_get_contents($keap->caFile);
mkdir("$keap->folder/authorities");
file_put_contents("$keap->folder/authorities/" . hashed_name($authority), $authority);
// A file that is not asked for.
file_put_contents("$keap->folder/authorities/00000000.0", $authority);

$call = 'infusionsoft_contact_create(["email" => "mary@example.com"]);';
eval($call); // Keap's limits are known from here on
foreach (['ca_file' => [$keap->caFile, ''], 'ca_path' => ['', "$keap->folder/authorities"]] as $name => [$file, $path]) {
    $lines = system_calls($keap, '', $call, 1, ['infusionsoft.ca_file' => $file, 'infusionsoft.ca_path' => $path]);
    echo "$name: store ", calls_on($keap->storePath(), $lines), "\n";
    $names = names($lines);
    $authorities = preg_grep('/^openat\([^"]*"' . preg_quote($file ?: $path, '/') . '/', $lines);
    echo "  $names[connect] connection, ", count($authorities), " file of authorities\n";
}
echo 'end, keep-alive off: ', calls_on($keap->storePath(), calls_at_the_end($keap, ['infusionsoft.keepalive' => 0])) ?: 'none', "\n";
// The first process reads all accounts, the others only what it found.
calls_at_the_end($keap, ['infusionsoft.keepalive' => 1]);
echo 'end, keep-alive on: ', calls_on($keap->storePath(), calls_at_the_end($keap, ['infusionsoft.keepalive' => 1])), "\n";
?>
--EXPECT--
ca_file: store close=1 fcntl=2 mmap=1 openat=3 pread64=4 pwrite64=2 stat=9
  1 connection, 1 file of authorities
ca_path: store close=1 fcntl=2 mmap=1 openat=3 pread64=4 pwrite64=2 stat=9
  1 connection, 1 file of authorities
end, keep-alive off: none
end, keep-alive on: close=2 mmap=1 openat=2 pread64=3 stat=7
