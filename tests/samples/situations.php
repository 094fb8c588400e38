<?php

// situation => what Keap answers, and what the samples are given. In the first one nothing fails.
//
// - reply: for infusionsoft_fake(), for each request
// - rows: the reader's rows; the keys of those that must fail
// - query: what the callback's request holds

$good = ['ann' => ['email' => 'ann@example.com'], 'mary' => ['email' => 'mary@example.com']];

return [
    'all goes well' => ['reply' => null, 'rows' => $good, 'fail' => [], 'query' => 'code-1'],
    'Keap refuses' => ['reply' => 400, 'rows' => $good, 'fail' => ['ann', 'mary'], 'query' => 'code-1'],
    'Keap fails' => ['reply' => 500, 'rows' => $good, 'fail' => ['ann', 'mary'], 'query' => 'code-1'],
    'no reply arrives' => ['reply' => ['fault' => 'no_reply'], 'rows' => $good, 'fail' => ['ann', 'mary'], 'query' => 'code-1'],
    'a limit is used up' => ['reply' => 429, 'rows' => $good, 'fail' => ['ann', 'mary'], 'query' => 'code-1'],
    'an exception of another kind' => ['reply' => new Infusionsoft\AuthorizationException('no grant'), 'rows' => $good, 'fail' => ['ann', 'mary'], 'query' => 'code-1'],
    'the input is bad' => [
        'reply' => null,
        'rows' => ['unknown' => ['email' => 'ann@example.com', 'fist_name' => 'Ann'], 'mary' => $good['mary'], 'type' => ['email' => 7.5], 'empty' => []],
        'fail' => ['unknown', 'type', 'empty'],
        'query' => null,
    ],
];
