--TEST--
infusionsoft_call() returns the bytes of a file as a string, whatever they are
--FILE--
<?php
foreach (["\x89PNG\r\n\x00\xff", '{"looks": "like JSON"}', ''] as $bytes) {
    infusionsoft_fake(['getFileData_1' => ['status' => 200, 'body' => $bytes]]);
    var_dump(infusionsoft_call('getFileData_1', ['file_id' => 7]) === $bytes);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
