--TEST--
With a read-only store the status, phpinfo and the logger say that tokens cannot be refreshed here, long before the token expires
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../store/mounts.inc';
echo mount_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/../store/files.inc';
require __DIR__ . '/../store/mounts.inc';

$keap->authorize();
import_due($keap, 'due');
infusionsoft_token_import(['api_key' => $keap->apiKey], 'key');
$readOnly = 'mount --bind "$store" "$store" && mount -o remount,bind,ro "$store"';
$show = '
    require "' . __DIR__ . '/../client/logger.inc";
    infusionsoft_logger(print_entry(...));
    $before = attention();
    foreach (["default", "due", "key"] as $account) {
        echo "$account: ", state($account), ", ", attention($account), "\n";
        echo call_keap($account), "\n";
    }
    echo call_keap("due"), "\n";
    ob_start();
    phpinfo(INFO_MODULES);
    $told = preg_grep("/needs attention => Cannot write .* cannot be refreshed here/", explode("\n", ob_get_clean()));
    echo count($told), " of 3 accounts need attention in phpinfo\n";
    echo attention() === $before ? "" : "changed\n";';
echo preg_replace('/(?<=here, so tokens cannot be refreshed here).*?(?= \{|$)/m', ' …', without_paths($keap, run_mounted($keap, $readOnly, $show)));
// The same store where it can be written.
echo attention(), ' ', attention('due'), ' ', call_keap('due'), ' ', posts($keap), "\n";
?>
--EXPECT--
default: valid, Cannot write <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here …
debug: GET /rest/v2/contacts: 200 in <time> {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
called
due: refresh_due, Cannot write <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here …
warning: Cannot lock <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here … {"account":"due","error":"Infusionsoft\\StoreException","may_have_acted":false}
debug: GET /rest/v2/contacts: 200 in <time> {"account":"due","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
called
key: valid, none
debug: GET /rest/v2/contacts: 200 in <time> {"account":"key","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
called
debug: GET /rest/v2/contacts: 200 in <time> {"account":"due","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
called
2 of 3 accounts need attention in phpinfo
none none called 1
