--TEST--
A script can neither set nor restore a secret, nor any other system setting
--INI--
infusionsoft.fake=
infusionsoft.api_key="hidden-key"
--FILE--
<?php
foreach (ini_get_all('infusionsoft') as $name => $entry) {
    $scope = ['', 'user', 'perdir', '', 'system', '', '', 'all'][$entry['access']];
    $before = ini_get($name);
    // "strict" would last: tests/client/fake_strict.phpt.
    $set = ini_set($name, ['infusionsoft.fake' => '', 'infusionsoft.priority' => 'low'][$name] ?? '7');
    ini_restore($name);
    echo "$name $scope ", $set === false ? 'refused' : 'set', ' ', ini_get($name) === $before ? '' : 'changed', "\n";
}
echo infusionsoft_token_status()['kind'], "\n";
?>
--EXPECT--
infusionsoft.account all set 
infusionsoft.api_key system refused 
infusionsoft.authorize_url system refused 
infusionsoft.base_url system refused 
infusionsoft.ca_file system refused 
infusionsoft.ca_path system refused 
infusionsoft.client_id system refused 
infusionsoft.client_secret system refused 
infusionsoft.configure system refused 
infusionsoft.connect_timeout_ms all set 
infusionsoft.fake all set 
infusionsoft.keepalive system refused 
infusionsoft.key system refused 
infusionsoft.key_file system refused 
infusionsoft.max_accounts system refused 
infusionsoft.max_wait_ms all set 
infusionsoft.previous_keys system refused 
infusionsoft.priority all set 
infusionsoft.refresh_margin all set 
infusionsoft.retries all set 
infusionsoft.shared_store system refused 
infusionsoft.store_path system refused 
infusionsoft.timeout_ms all set 
infusionsoft.token_url system refused 
api_key
