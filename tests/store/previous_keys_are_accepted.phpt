--TEST--
A store sealed under a previous key can be read, and the next write uses the present key
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

[$old, $older, $new] = array_map(fn () => base64_encode(random_bytes(32)), range(1, 3));
$keyed = fn (string $key, array $previous = []) => ['infusionsoft.key' => $key, 'infusionsoft.previous_keys' => implode(',', $previous)];
echo $keap->php('$keap->authorize(); $keap->authorize(account: "other"); echo "authorized\n";', $keyed($old));

echo $keap->php(STATE, $keyed($new, [$older, $old]));
echo substr(without_paths($keap, $keap->php(STATE, $keyed($new, [$older]))), 0, 30), "\n";

// The key from a file, with blanks in the list.
file_put_contents("$keap->folder/old-key", base64_decode($old));
chmod("$keap->folder/old-key", 0600);
echo $keap->php(STATE, $keyed($new, ["$older ", " file:$keap->folder/old-key"]));

// A refresh seals the record of its account under the new key. Afterwards the old key is not needed.
echo $keap->php('
    echo infusionsoft_token_refresh(force: true)["state"], " ", infusionsoft_token_refresh(true, "other")["state"], "\n";
    infusionsoft_request("GET", "/rest/v2/contacts");', $keyed($new, [$old]));
echo $keap->php(STATE, $keyed($new));
echo $keap->php('echo infusionsoft_token_status("other")["generation"] > 1 ? "moved\n" : "as it was\n";', $keyed($new));
echo substr(without_paths($keap, $keap->php(STATE, $keyed($old))), 0, 30), "\n";
?>
--EXPECT--
authorized
valid
<store>/tokens is sealed under
valid
valid valid
valid
moved
<store>/tokens is sealed under
