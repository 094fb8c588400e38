<?php

use Illuminate\Contracts\Http\Kernel;
use Illuminate\Foundation\Application;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Queue;
use Illuminate\Support\Facades\Route;
use Infusionsoft\Laravel\Events\KeapChanged;
use Infusionsoft\Laravel\Keap;
use Infusionsoft\Laravel\Queue\FetchChanged;
use Symfony\Component\HttpFoundation\Response;

require __DIR__.'/harness.php';

/** What Keap sends: without a cookie, and without a CSRF token. */
function deliver(Application $application, string $url, string $body, array $headers = []): Response
{
    $server = ['CONTENT_TYPE' => 'application/json'];

    foreach ($headers as $name => $value) {
        $server['HTTP_'.strtr(strtoupper($name), '-', '_')] = $value;
    }

    return $application->make(Kernel::class)->handle(Request::create($url, 'POST', server: $server, content: $body));
}

/** An application with the route in its group web, as routes/web.php has it. */
function withHooks(array $environment = [], array $events = ['contact.add', 'contact.edit']): Application
{
    $application = application($environment);
    Route::middleware('web')->group(fn () => Route::keapHooks());
    Route::getRoutes()->refreshNameLookups();
    config(['keap.hooks' => $events]);

    return $application;
}

$application = withHooks();
infusionsoft_token_import(ask('POST', '/grant'));
[$url, $body] = Keap::delivery('contact.edit', 1001, 1002, 9999);
$json = json_encode($body);
check('the route is keap/hooks', parse_url($url, PHP_URL_PATH) === '/keap/hooks' && parse_url($url, PHP_URL_HOST) === '127.0.0.1', $url);

$reply = deliver($application, $url, '', ['X-Hook-Secret' => 'abc']);
check('a verification is answered with its secret', $reply->getStatusCode() === 200 && $reply->headers->get('X-Hook-Secret') === 'abc', [$reply->getStatusCode(), $reply->headers->all()]);
check('... without a session', $reply->headers->getCookies() === []);
check('a request without a mark is refused', deliver($application, strtok($url, '?'), $json)->getStatusCode() === 403);
check('... and with another mark', deliver($application, substr($url, 0, -1).'x', $json)->getStatusCode() === 403);
check('what is no delivery is refused', deliver($application, $url, '{}')->getStatusCode() === 400);

Queue::fake();
$reply = deliver($application, $url, $json);
Queue::assertPushed(FetchChanged::class, 1);
check('a delivery is answered before Keap is asked for anything', $reply->getStatusCode() === 200 && ask('GET', '/journal') === array_filter(ask('GET', '/journal'), fn (array $entry) => ! str_contains($entry['path'], '/contacts')));
deliver($application, $url, json_encode(Keap::delivery('contact.edit', ...range(1, 250))[1]));
Queue::assertPushed(FetchChanged::class, 4);
check('250 events make three jobs', true);

// The queue runs at once here.
$application = withHooks();
$seen = [];
Event::listen(function (KeapChanged $event) use (&$seen): void {
    $seen[] = $event;
});
$ids = array_map(fn (string $name): string => infusionsoft_contact_create(['given_name' => $name, 'email' => "$name@example.com"])['id'], ['ann', 'mary']);
$before = count(ask('GET', '/journal'));
$reply = deliver($application, $url, json_encode(Keap::delivery('contact.edit', ...[...$ids, 9999])[1]));
$requests = array_slice(ask('GET', '/journal'), $before);
check('each event comes with its object', $reply->getStatusCode() === 200 && array_column($seen, 'id') === [...$ids, '9999'] && array_map(fn (KeapChanged $event) => $event->object['given_name'] ?? null, $seen) === ['ann', 'mary', null], $seen);
check('... which were fetched by one request', count($requests) === 1 && $requests[0]['path'] === '/crm/rest/v2/contacts', array_column($requests, 'path'));
check('... as it was sent', $seen[0]->event === 'contact.edit' && $seen[0]->type === 'contact' && abs($seen[0]->at - time()) < 60 && $seen[0]->details === []);

$tag = ask('POST', '/tags', ['name' => 'Customer'])['id'];
$seen = [];
deliver($application, $url, json_encode(['event_key' => 'contactGroup.applied', 'object_type' => 'contactGroup', 'object_keys' => [['id' => (int) $tag, 'contact_details' => [['id' => 5]]], ['id' => 77]]]));
check('a tag is fetched, and one that is gone is null', array_map(fn (KeapChanged $event) => $event->object['name'] ?? null, $seen) === ['Customer', null], $seen);
check('... with what Keap adds', $seen[0]->details === ['contact_details' => [['id' => 5]]]);
$seen = [];
$before = count(ask('GET', '/journal'));
deliver($application, $url, json_encode(Keap::delivery('contact.delete', $ids[0])[1]));
deliver($application, $url, json_encode(Keap::delivery('leadsource.add', 5)[1]));
check('of a deletion, and of a kind that has no such operation, nothing is fetched', array_column($seen, 'object') === [null, null] && count(ask('GET', '/journal')) === $before, $seen);

// An outage: the job fails, and a queue tries it again.
ask('POST', '/faults', ['path' => '/crm', 'action' => 'status', 'status' => 503, 'times' => 0]);
$seen = [];
$reply = deliver($application, $url, json_encode(Keap::delivery('contact.edit', $ids[0])[1]));
check('while Keap is away, no event is told without its object', $seen === [] && $reply->getStatusCode() === 500, [$seen, $reply->getStatusCode()]);
ask('DELETE', '/faults');
$job = new FetchChanged([['event' => 'contact.edit', 'type' => 'contact', 'id' => $ids[0], 'at' => null, 'details' => []]]);
unserialize(serialize($job))->handle();
check('... and the job, tried again, tells it', count($seen) === 1 && $seen[0]->object['given_name'] === 'ann');

// Subscribing.
Keap::fake(['list_stored_hook_subscriptions' => []]);
[$status, $output] = artisan($application, 'keap:hooks');
$created = array_values(array_filter(infusionsoft_recorded(), fn (array $request) => $request['operation'] === 'create_a_hook_subscription'));
check('keap:hooks subscribes to the events of the configuration', $status === 0 && array_column(array_column($created, 'body'), 'eventKey') === ['contact.add', 'contact.edit'], [$status, $output]);
check('... at the address of the route', str_starts_with($created[0]['body']['hookUrl'], 'http://127.0.0.1/keap/hooks?keap_mark='));
check('... and shows no mark', str_contains($output, 'contact.edit') && preg_match('/[0-9a-f]{64}/', $output) === 0, $output);
Keap::fake(['create_a_hook_subscription' => ['key' => '1', 'status' => 'Unverified'], 'list_stored_hook_subscriptions' => []]);
[$status, $output] = artisan($application, 'keap:hooks');
check('keap:hooks fails where Keap cannot verify', $status === 1 && str_contains($output, 'failed') && str_contains($output, 'X-Hook-Secret'), $output);
check('the schedule runs keap:hooks', str_contains(artisan($application, 'schedule:list')[1], 'keap:hooks'));
Keap::reset();
[$status, $output] = artisan(withHooks(events: []), 'keap:hooks');
check('keap:hooks without events says what to do', $status === 1 && str_contains($output, 'config/keap.php'), $output);
[$status, $output] = artisan($without = application(), 'keap:hooks');
check('... and without the route', $status === 1 && str_contains($output, 'Route::keapHooks()'), $output);
check('... where the schedule leaves it out', ! str_contains(artisan($without, 'schedule:list')[1], 'keap:hooks'));
end_of_test();
