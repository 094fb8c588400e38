--TEST--
infusionsoft_configure() refuses an unknown name, a wrong value and half an application by name, changes nothing then, and shows no secret
--INI--
infusionsoft.client_id="of php.ini"
infusionsoft.account=default
infusionsoft.retries=3
infusionsoft.configure=1
zend.exception_ignore_args=0
--FILE--
<?php
// Where the whole name is written out, opcache calls ini_get() for a setting of php.ini only once: when it compiles.
function read_setting(string $name): string
{
    return ini_get("infusionsoft.$name");
}

$cases = [
    ['clientid' => 'x'],
    ['infusionsoft.retries' => 1],
    ['unheard_of' => 'x'],
    ['retries', '3'],
    ['base_url' => 'https://elsewhere.example/'],
    ['configure' => true],
    ["client_id\0" => 'x'],
    ['retries' => 'many'],
    ['retries' => -1],
    ['retries' => 1.5],
    ['retries' => true],
    ['timeout_ms' => 0],
    ['keepalive' => 'sometimes'],
    ['keepalive' => 1],
    ['priority' => 'high'],
    ['account' => ''],
    ['account' => str_repeat('x', 129)],
    ['account' => 7],
    ['store_path' => 'storage/keap'],
    ['api_key' => ['hidden']],
    ['client_secret' => "hidden\0"],
    ['client_id' => 'another'],
    ['client_id' => 'another', 'client_secret' => 'hidden'],
];
foreach ($cases as $case) {
    try {
        infusionsoft_configure($case);
        echo 'accepted: ', json_encode($case), "\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), str_contains((string) $error, 'hidden') ? ' SHOWS A SECRET' : '', "\n";
    }
}
// The wrong one comes last.
try {
    infusionsoft_configure(['retries' => 9, 'account' => 'changed', 'priority' => 'high']);
} catch (ValueError) {
    echo ini_get('infusionsoft.retries'), ' ', ini_get('infusionsoft.account'), "\n";
}
// php.ini's own application needs nothing beside it.
infusionsoft_configure(['client_id' => 'of php.ini']);
infusionsoft_configure(['client_id' => 'another', 'client_secret' => 'hidden', 'account' => 'its own']);
infusionsoft_configure(['client_id' => 'another', 'client_secret' => 'hidden', 'store_path' => '/its/own']);
echo read_setting('client_id'), "\n";
?>
--EXPECT--
infusionsoft_configure(): Argument #1 ($settings) must hold settings; "clientid" is not one; did you mean "client_id"?
infusionsoft_configure(): Argument #1 ($settings) must hold settings; "infusionsoft.retries" is not one; did you mean "retries"?
infusionsoft_configure(): Argument #1 ($settings) must hold settings; "unheard_of" is not one
infusionsoft_configure(): Argument #1 ($settings) must have names of settings as keys, such as "client_id"
infusionsoft_configure(): Argument #1 ($settings) must not hold "base_url": only php.ini can set it, because it decides where php.ini's secrets go
infusionsoft_configure(): Argument #1 ($settings) must hold settings; "configure" is not one
infusionsoft_configure(): Argument #1 ($settings) must hold settings; "client_id" is not one
infusionsoft_configure(): Argument #1 ($settings) must have as "retries" a number, at least 0
infusionsoft_configure(): Argument #1 ($settings) must have as "retries" a number, at least 0
infusionsoft_configure(): Argument #1 ($settings) must have as "retries" a number, as int or string, float given
infusionsoft_configure(): Argument #1 ($settings) must have as "retries" a number, as int or string, bool given
infusionsoft_configure(): Argument #1 ($settings) must have as "timeout_ms" a number of milliseconds from 1 to 2147483647
infusionsoft_configure(): Argument #1 ($settings) must have as "keepalive" true or false
infusionsoft_configure(): Argument #1 ($settings) must have as "keepalive" true or false, int given
infusionsoft_configure(): Argument #1 ($settings) must have as "priority" "normal" or "low"
infusionsoft_configure(): Argument #1 ($settings) must have as "account" a name of 1 to 128 bytes
infusionsoft_configure(): Argument #1 ($settings) must have as "account" a name of 1 to 128 bytes
infusionsoft_configure(): Argument #1 ($settings) must have as "account" a string, int given
infusionsoft_configure(): Argument #1 ($settings) must have as "store_path" an absolute path
infusionsoft_configure(): Argument #1 ($settings) must have as "api_key" a string, array given
infusionsoft_configure(): Argument #1 ($settings) must have as "client_secret" a text without NUL
infusionsoft_configure(): Argument #1 ($settings) must hold "client_secret" beside "client_id": php.ini's belongs to another client_id
infusionsoft_configure(): Argument #1 ($settings) must hold "store_path" or "account" beside "client_id": otherwise this application would use the grants that others on this machine keep in php.ini's store
3 default
another
