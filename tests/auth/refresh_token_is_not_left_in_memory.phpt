--TEST--
After a refresh and a call the process's memory has no copy of a refresh token, however the grant was obtained
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/memory.inc';
echo memory_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/memory.inc';

/** Runs the code in another process. Prints the code's output, and whether that process has copies of tokens. */
function look(Keap $keap, array $spent, string $code): void
{
    $process = $keap->start('require "' . __DIR__ . '/grants.inc"; require "' . __DIR__ . '/memory.inc"; ' . $code . HALT);
    while (!in_array($line = $process->line(), ['halted', ''], true)) {
        echo $line;
    }
    $grants = $keap->state()['grants'];
    $refresh = [...array_column($grants, 'refresh_token'), $spent['refresh_token']];
    $count = static fn (array $tokens) => array_sum(array_map(fn ($token) => count(copies_of($token, $process->pid())), $tokens));
    $access = $count(array_merge(...array_column($grants, 'access_tokens')));
    echo $count($refresh) ? ': refresh token found' : ': no refresh token', $access > 1 ? ', access tokens found' : '', "\n";
    $process->kill();
}

$import = '
    // Unbuffered, straight into strings that this script wipes itself.
    $read = function (string $name) {
        global $keap;
        $file = fopen("$keap->folder/$name", "rb");
        stream_set_read_buffer($file, 0);
        return fread($file, filesize("$keap->folder/$name"));
    };
    $token = ["access_token" => $read("access_token"), "refresh_token" => $read("refresh_token"), "expires_in" => 86400];
';
$pasted = $keap->grant();
foreach (['access_token', 'refresh_token'] as $name) {
    file_put_contents("$keap->folder/$name", $pasted[$name]);
}

echo 'kept by a script';
look($keap, $pasted, $import);

// libcurl may keep one copy of the access token, from the last call.
echo 'imported';
look($keap, $pasted, $import . 'infusionsoft_token_import($token); sodium_memzero($token["access_token"]); sodium_memzero($token["refresh_token"]);');

echo 'expired, ';
look($keap, import_expired($keap), 'echo call_keap(), "\n";');

echo 'due, ';
look($keap, import_due($keap), 'echo call_keap(), "\n";');

echo 'forced, ';
look($keap, import_due($keap), 'infusionsoft_token_refresh(true); echo call_keap(), "\n";');

echo 'authorized, ';
$uri = 'https://shop.example/';
look($keap, $pasted, 'infusionsoft_authorize("' . $keap->code($uri) . "\", '$uri'); echo call_keap(), \"\\n\";");
?>
--EXPECT--
kept by a script: refresh token found
imported: no refresh token
expired, called: no refresh token
due, called: no refresh token
forced, called: no refresh token
authorized, called: no refresh token
