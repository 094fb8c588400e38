--TEST--
An exception that a fake throws several times is not changed, not even by infusionsoft_tag_apply()
--FILE--
<?php
$mine = new Infusionsoft\ApiException('mine', 7);
infusionsoft_fake(['applyTags' => [['results' => array_fill_keys(range(1, 100), 'SUCCESS')], $mine, $mine]]);
foreach ([range(1, 101), 1] as $contacts) {
    try {
        infusionsoft_tag_apply(91, $contacts);
    } catch (Infusionsoft\ApiException $error) {
        var_dump($error === $mine, $error->getMessage(), $error->results, $error->status);
    }
}

// One that nobody else holds gets the outcomes of the earlier parts.
infusionsoft_fake(['applyTags' => [['results' => array_fill_keys(range(1, 100), 'SUCCESS')], fn () => new Infusionsoft\ApiException('new')]]);
try {
    infusionsoft_tag_apply(91, range(1, 101));
} catch (Infusionsoft\ApiException $error) {
    var_dump(count($error->results));
}
?>
--EXPECT--
bool(true)
string(4) "mine"
array(0) {
}
int(0)
bool(true)
string(4) "mine"
array(0) {
}
int(0)
int(100)
