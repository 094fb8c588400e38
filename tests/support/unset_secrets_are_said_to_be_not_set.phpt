--TEST--
phpinfo() shows an unset secret as "not set", and shows the other settings
--FILE--
<?php
require __DIR__ . '/../keap/command.inc';
// A PHP without php.ini: the settings of this machine may be others.
$command = keap_php_command([], ['-r', 'phpinfo(INFO_MODULES);']);
preg_match_all('/^infusionsoft\..*/m', shell_exec(implode(' ', array_map('escapeshellarg', $command))), $lines);
echo implode("\n", $lines[0]), "\n";
?>
--EXPECT--
infusionsoft.account => default => default
infusionsoft.api_key => not set => not set
infusionsoft.authorize_url => https://accounts.infusionsoft.com/app/oauth/authorize => https://accounts.infusionsoft.com/app/oauth/authorize
infusionsoft.base_url => https://api.keap.com/crm => https://api.keap.com/crm
infusionsoft.ca_file => no value => no value
infusionsoft.ca_path => no value => no value
infusionsoft.client_id => no value => no value
infusionsoft.client_secret => not set => not set
infusionsoft.configure => On => On
infusionsoft.connect_timeout_ms => 5000 => 5000
infusionsoft.fake => no value => no value
infusionsoft.keepalive => On => On
infusionsoft.key => not set => not set
infusionsoft.key_file => no value => no value
infusionsoft.max_accounts => 128 => 128
infusionsoft.max_wait_ms => 2000 => 2000
infusionsoft.previous_keys => not set => not set
infusionsoft.priority => normal => normal
infusionsoft.refresh_margin => 10800 => 10800
infusionsoft.retries => 3 => 3
infusionsoft.shared_store => not set => not set
infusionsoft.store_path => /var/lib/infusionsoft => /var/lib/infusionsoft
infusionsoft.timeout_ms => 30000 => 30000
infusionsoft.token_url => https://api.infusionsoft.com/token => https://api.infusionsoft.com/token
