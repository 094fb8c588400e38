--TEST--
An exception of the logger becomes a warning that skips the error handler and does not change the outcome of the call; the logger may end PHP
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('TEST_UNDER_VALGRIND')) {
    echo 'skip PHP leaves what a fatal error ends to its own memory manager, and valgrind would call it a leak';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

try {
    infusionsoft_logger('no such function');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}

// Laravel sets such an error handler.
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message));
final class Full extends RuntimeException
{
    public function __destruct()
    {
        echo "released\n";
    }
}
$keap->authorize();
infusionsoft_logger(fn () => throw new Full('the disk is full'));
echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com'])['id']), "\n";
echo outcome(fn () => infusionsoft_contact_get(7)), "\n";
infusionsoft_logger(fn () => $undefined);
echo outcome(fn () => infusionsoft_contact_get(1001)['id']), "\n";

// Also between the calls of one function: infusionsoft_contact_find() gets one page after the other.
echo "it ends PHP\n";
$keap->fault(['method' => 'GET', 'path' => '^/crm/rest/v2/contacts$', 'action' => 'edit', 'set' => ['next_page_token' => 'more'], 'times' => 0]);
foreach (['infusionsoft_contact_create(["email" => "b@example.com"]);', 'infusionsoft_contact_get(7);', 'infusionsoft_contact_find("c@example.com");'] as $call) {
    echo $keap->php("
        register_shutdown_function(fn () => print(infusionsoft_contact_get(1001)['id'] . \"\\n\"));
        infusionsoft_logger(function () { infusionsoft_logger(null); exit('exit '); });
        $call
        echo 'not reached';");
    echo preg_match('/^\n?Fatal error: Cannot (re)?declare class Twice/', $keap->php("
        infusionsoft_logger(fn () => eval('class Twice {} class Twice {}'));
        $call
        echo 'not reached';")), "\n";
}
echo count($keap->state()['contacts']), ' contacts, ', $keap->count('GET /crm/rest/v2/contacts'), " pages\n";
?>
--EXPECTF--
infusionsoft_logger(): Argument #1 ($logger) must be a valid callback or null, function "no such function" not found or invalid function name

Warning: infusionsoft_contact_create(): The logger threw Full: the disk is full in %s on line %d
released
"1001"

Warning: infusionsoft_contact_get(): The logger threw Full: the disk is full in %s on line %d
released
ApiException 404 NOT_FOUND

Warning: infusionsoft_contact_get(): The logger threw ErrorException: Undefined variable $undefined in %s on line %d
"1001"
it ends PHP
exit 1001
1
exit 1001
1
exit 1001
1
3 contacts, 2 pages
