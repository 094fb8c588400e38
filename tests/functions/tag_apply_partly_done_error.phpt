--TEST--
->maySent is true when tags were applied or removed before the failure, also in the log
--FILE--
<?php
function attempt(string $what, array $replies, callable $call): void
{
    infusionsoft_fake($replies);
    infusionsoft_logger(function ($level, $message, $context) use (&$logged) {
        $logged = $context['may_have_acted'] ?? null;
    });
    try {
        $call();
    } catch (Infusionsoft\Exception $error) {
        echo "$what: ", $error::class, ' ', json_encode($error->maySent), ', logged ', json_encode($logged), "\n";
    }
}

$outcomes = fn (string ...$outcomes) => ['results' => array_combine(range(1, count($outcomes)), $outcomes)];
$two = fn () => infusionsoft_tag_apply(5, [1, 2]);
attempt('one of two', ['applyTags' => $outcomes('SUCCESS', 'FAILURE')], $two);
attempt('had it before', ['applyTags' => $outcomes('DUPLICATE', 'FAILURE')], $two);
attempt('none of two', ['applyTags' => $outcomes('FAILURE', 'FAILURE')], $two);
attempt('not known', ['applyTags' => ['results' => new stdClass()]], $two);

$all = $outcomes(...array_fill(0, 100, 'SUCCESS'));
$none = $outcomes(...array_fill(0, 100, 'FAILURE'));
$parts = fn () => infusionsoft_tag_apply(5, range(1, 150));
foreach (['404' => 404, '401' => 401, '429' => 429, 'not sent' => ['fault' => 'not_sent']] as $what => $reply) {
    attempt("first part, $what", ['applyTags' => $reply], $parts);
    attempt("later part, $what", ['applyTags' => [$all, $reply]], $parts);
    attempt("later part, nothing done before, $what", ['applyTags' => [$none, $reply]], $parts);
    attempt("later part of a removal, $what", ['removeTags' => [204, $reply]], fn () => infusionsoft_tag_remove(5, range(1, 150)));
    attempt("later tag, $what", ['applyTags' => [$all, $reply]], fn () => infusionsoft_tag_apply([5, 6], range(1, 100)));
}
?>
--EXPECT--
one of two: Infusionsoft\ApiException true, logged null
had it before: Infusionsoft\ApiException true, logged null
none of two: Infusionsoft\ApiException false, logged null
not known: Infusionsoft\ApiException true, logged null
first part, 404: Infusionsoft\ApiException false, logged false
later part, 404: Infusionsoft\ApiException true, logged true
later part, nothing done before, 404: Infusionsoft\ApiException false, logged false
later part of a removal, 404: Infusionsoft\ApiException true, logged true
later tag, 404: Infusionsoft\ApiException true, logged true
first part, 401: Infusionsoft\AuthorizationException false, logged false
later part, 401: Infusionsoft\AuthorizationException true, logged true
later part, nothing done before, 401: Infusionsoft\AuthorizationException false, logged false
later part of a removal, 401: Infusionsoft\AuthorizationException true, logged true
later tag, 401: Infusionsoft\AuthorizationException true, logged true
first part, 429: Infusionsoft\RateLimitException false, logged false
later part, 429: Infusionsoft\RateLimitException true, logged true
later part, nothing done before, 429: Infusionsoft\RateLimitException false, logged false
later part of a removal, 429: Infusionsoft\RateLimitException true, logged true
later tag, 429: Infusionsoft\RateLimitException true, logged true
first part, not sent: Infusionsoft\TransportException false, logged false
later part, not sent: Infusionsoft\TransportException true, logged true
later part, nothing done before, not sent: Infusionsoft\TransportException false, logged false
later part of a removal, not sent: Infusionsoft\TransportException true, logged true
later tag, not sent: Infusionsoft\TransportException true, logged true
