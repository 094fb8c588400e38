--TEST--
The keep-alive creates no store and prints nothing if the store cannot be used
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

echo $keap->php('echo "idle\n";'), count(scandir($keap->storePath())) - 2, " files\n";
echo $keap->php('echo "idle\n";', ['infusionsoft.store_path' => "$keap->folder/nowhere"]);
var_dump(file_exists("$keap->folder/nowhere"));
echo $keap->php('echo "idle\n";', ['infusionsoft.store_path' => 'relative']);
echo $keap->php('echo "idle\n";', ['infusionsoft.key' => 'wrong']);
file_put_contents($keap->storePath() . '/tokens', 'not a store');
chmod($keap->storePath() . '/tokens', 0600);
echo $keap->php('echo "idle\n";');
echo count($keap->journal()), " requests\n";
?>
--EXPECT--
idle
0 files
idle
bool(false)
idle
idle
idle
0 requests
