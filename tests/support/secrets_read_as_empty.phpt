--TEST--
Each setting that holds a secret reads as "" wherever PHP shows settings
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$php = ['pcre.jit' => 0]; // which valgrind takes for a mistake
// Not by --INI--: the test runner repeats that in the environment.
$settings = [
    'infusionsoft.client_secret' => 'hidden-secret',
    'infusionsoft.api_key' => 'hidden-key',
    'infusionsoft.key' => 'hidden-master-key',
    'infusionsoft.previous_keys' => 'hidden-previous',
    'infusionsoft.shared_store' => 'redis://hidden@127.0.0.1',
];
require __DIR__ . '/../keap/keap.inc';

unset($settings);
$secrets = ['client_secret', 'api_key', 'key', 'previous_keys', 'shared_store'];
foreach ($secrets as $secret) {
    $name = "infusionsoft.$secret";
    echo "$name ", json_encode([
        ini_get($name),
        get_cfg_var($name),
        ini_get_all('infusionsoft', false)[$name],
        ini_get_all('infusionsoft')[$name],
        (new ReflectionExtension('infusionsoft'))->getINIEntries()[$name],
    ]), "\n";
}
// Whatever else there is, and what phpinfo() makes of all of it.
$everything = serialize([ini_get_all(), ini_get_all(details: false), $_SERVER, getenv()]);
ob_start();
phpinfo();
$info = ob_get_clean();
var_dump(str_contains($everything, 'hidden'), str_contains($info, 'hidden'));
// They are in force all the same.
echo infusionsoft_token_status()['kind'], "\n";
preg_match_all('/^infusionsoft\.(client_secret|api_key|key|previous_keys|shared_store) .*/m', $info, $lines);
echo implode("\n", $lines[0]), "\n";
?>
--EXPECT--
infusionsoft.client_secret ["","","",{"global_value":"","local_value":"","access":4},""]
infusionsoft.api_key ["","","",{"global_value":"","local_value":"","access":4},""]
infusionsoft.key ["","","",{"global_value":"","local_value":"","access":4},""]
infusionsoft.previous_keys ["","","",{"global_value":"","local_value":"","access":4},""]
infusionsoft.shared_store ["","","",{"global_value":"","local_value":"","access":4},""]
bool(false)
bool(false)
api_key
infusionsoft.api_key => set => set
infusionsoft.client_secret => set => set
infusionsoft.key => set => set
infusionsoft.previous_keys => set => set
infusionsoft.shared_store => set => set
