--TEST--
infusionsoft_request() writes the objects of a body as JSON
--FILE--
<?php
require __DIR__ . '/objects.inc';
infusionsoft_fake(fn () => null);
$send = function (mixed $body): void {
    infusionsoft_request('POST', '/rest/v1/x', body: $body);
    echo json_encode(infusionsoft_recorded()[count(infusionsoft_recorded()) - 1]['body'], JSON_UNESCAPED_SLASHES), "\n";
};
$send(['when' => midnight(), 'level' => Level::Gold, 'text' => new Text('a'), 'both' => new Both(), 'deep' => [[new Json(['x' => midnight()])]]]);
$send((object) ['a' => 1, 'nested' => (object) ['b' => [Language::English]]]);
$send(new ArrayObject(['a' => midnight()]));
$send(midnight());
$send([new Json(null), 1.5, true]);

// What jsonSerialize() does to the script's variables does not change what is being sent.
$list = ['first', null, 'third', 'fourth'];
$list[1] = new class($list) implements JsonSerializable {
    public function __construct(private array &$list)
    {
    }

    public function jsonSerialize(): mixed
    {
        $this->list = [];
        return 'second';
    }
};
$send(['list' => &$list]);
?>
--EXPECT--
{"when":"2026-01-30T11:30:00Z","level":3,"text":"a","both":["json"],"deep":[[{"x":"2026-01-30T11:30:00Z"}]]}
{"a":1,"nested":{"b":["en_US"]}}
{"a":"2026-01-30T11:30:00Z"}
"2026-01-30T11:30:00Z"
[null,1.5,true]
{"list":["first","second","third","fourth"]}
