--TEST--
A tag is found whatever the case of its letters, in any alphabet; the script's preg_last_error() stays
--FILE--
<?php
function found(string $name, string ...$names): void
{
    $tags = array_map(fn (int $at, string $known) => ['id' => (string) ($at + 1), 'name' => $known], array_keys($names), $names);
    infusionsoft_fake(['listTags' => ['tags' => $tags]]);
    echo "$name: ", json_encode(infusionsoft_tag_find($name), JSON_UNESCAPED_UNICODE), "\n";
}
found('été', 'hiver', 'ÉTÉ');
found('GRÖSSE', 'Grösse', 'GRÖSSE');
found('клиент', 'Клиенты', 'КЛИЕНТ');
found('été', 'étés', ' été', "été\n", 'ete', 'été.');
found('é.*\\E$(+', 'É.*\\E$(+');
found('é.*', 'Éabc');
found('É#x y', 'é#X Y');
infusionsoft_fake(['listTags' => "{\"tags\":[{\"id\":\"1\",\"name\":\"\xc9t\xe9\"},{\"id\":\"2\",\"name\":\"ÉTÉ\"}]}"]);
echo json_encode(infusionsoft_tag_find('été'), JSON_UNESCAPED_UNICODE), "\n";
found('Customer', 'CUSTOMER');
found('ete', 'été');

preg_match('/(?:\D+|<\d+>)*[!?]/', 'foobar foobar foobar');
$before = preg_last_error();
found('été', 'ÉTÉ');
var_dump($before === PREG_BACKTRACK_LIMIT_ERROR, preg_last_error() === $before);
?>
--EXPECT--
été: {"id":"2","name":"ÉTÉ"}
GRÖSSE: {"id":"2","name":"GRÖSSE"}
клиент: {"id":"2","name":"КЛИЕНТ"}
été: null
é.*\E$(+: {"id":"1","name":"É.*\\E$(+"}
é.*: null
É#x y: {"id":"1","name":"é#X Y"}
{"id":"2","name":"ÉTÉ"}
Customer: {"id":"1","name":"CUSTOMER"}
ete: null
été: {"id":"1","name":"ÉTÉ"}
bool(true)
bool(true)
