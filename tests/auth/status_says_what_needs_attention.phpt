--TEST--
infusionsoft_token_status() throws nothing for a store or a setting that cannot be used: attention says what is wrong and what to do, in phpinfo too
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
mkdir("$keap->folder/open");
chmod("$keap->folder/open", 0777);
$cases = [
    'good' => [],
    'no directory' => ['infusionsoft.store_path' => "$keap->folder/nowhere"],
    'not a path' => ['infusionsoft.store_path' => 'here'],
    'directory for everybody' => ['infusionsoft.store_path' => "$keap->folder/open"],
    'another key' => ['infusionsoft.key' => base64_encode(str_repeat('k', 32))],
    'not a key' => ['infusionsoft.key' => 'short'],
    'no secret' => ['infusionsoft.client_secret' => ''],
    'another application' => ['infusionsoft.client_id' => 'another-client'],
    'not a URL' => ['infusionsoft.base_url' => 'nonsense'],
    'no CA file' => ['infusionsoft.ca_file' => "$keap->folder/nowhere.pem"],
    'no grant' => ['infusionsoft.account' => 'shop'],
    'a key with a blank' => ['infusionsoft.api_key' => 'KeapAK-a b'],
];
$all = json_decode(file_get_contents("$keap->folder/settings.json"), true);
foreach ($cases as $what => $settings) {
    $shown = $keap->php('require "' . __DIR__ . '/grants.inc"; echo infusionsoft_token_status()["state"], ": ", attention();', $settings);
    echo "$what: ", substr(strtr($shown, [$keap->folder => '<folder>', $all['infusionsoft.store_path'] => '<store>']), 0, 110), "\n";
    $attention = explode(': ', $shown, 2)[1];
    $info = (new KeapProcess(keap_php_command($settings + $all, ['--ri', 'infusionsoft'])))->output();
    if (str_contains($info, 'eeds attention => ') !== ($attention !== 'none') || ($attention !== 'none' && !str_contains($info, $attention))) {
        echo $info;
    }
}
echo $keap->count('GET /crm/rest/v2/contacts'), ' ', posts($keap), "\n";
?>
--EXPECTF--
good: valid: none
no directory: missing: The store's directory %s does not exist. To make it, run: install -d -m%s
not a path: missing: infusionsoft.store_path must be an absolute path, not "here"
directory for everybody: missing: Everybody on this machine can write into %s, so no grant is saf%s
another key: missing: %s is sealed under another key%s
not a key: missing: infusionsoft.key%s
no secret: valid: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys%s
another application: valid: Account "default" was authorized for another infusionsoft.client_id: set that client_id%s
not a URL: valid: infusionsoft.base_url%s
no CA file: valid: infusionsoft.ca_file is <folder>/nowhere.pem, and that file cannot be read: No such file or directory
no grant: missing: There is no grant for account "shop": send the owner of the Keap application to infusionsoft_a%s
a key with a blank: valid: infusionsoft.api_key contains a space or a character that an HTTP header must not contain:%s
0 0
