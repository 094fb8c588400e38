<?php

// The example application with the package: its sign-up, controller, job and steps, with the package's pages, commands and
// health in place of its own. From the first visit until the customers are in Keap.

use Illuminate\Support\Facades\Redis;
use Infusionsoft\Laravel\Http\KeapController;

require __DIR__.'/harness.php';

$application = application(['APP_ENV' => 'local', 'KEAP_SIGNUP_TAG' => 'New customer', 'CACHE_STORE' => 'file', 'QUEUE_CONNECTION' => 'redis',
    'QUEUE_FAILED_DRIVER' => 'null', 'REDIS_HOST' => $redis, 'REDIS_PORT' => '0', 'REDIS_PREFIX' => '']);
$tag = ask('POST', '/tags', ['name' => 'New customer'])['id'];

/** Sends the form as a browser does. Returns the page that the visitor sees then. */
function signUp(array $given): string
{
    global $application;
    preg_match('/name="_token" value="(\w+)"/', visit($application, '/signup')->getContent(), $token);
    visit($application, '/signup', 'POST', $given + ['given_name' => 'Ann', 'family_name' => 'Chan', '_token' => $token[1] ?? '']);

    return html_entity_decode(visit($application, '/signup')->getContent(), ENT_QUOTES);
}

/** @return array<string, list<bool>> address => for each contact with it, whether it has the tag */
function customers(): array
{
    global $tag;
    $state = ask('GET', '/state');
    $tagged = array_column($state['tags'], 'contact_ids', 'id')[$tag];
    $customers = [];

    foreach ($state['contacts'] as $contact) {
        $customers[$contact['email_addresses'][0]['email']][] = in_array($contact['id'], $tagged, true);
    }

    return $customers;
}

function jobsThatWait(): int
{
    return Redis::connection()->llen('queues:default') + Redis::connection()->zcard('queues:default:delayed');
}

check('the pages are the package\'s', $application['router']->getRoutes()->getByName('keap.status')?->getController() instanceof KeapController);
check('... and the example\'s own are left out', ! class_exists(App\Keap\Health::class) && ! class_exists(App\Console\Commands\CheckKeap::class) && ! view()->exists('keap.status'));
check('... and the schedule runs the package\'s check only', substr_count($output = artisan($application, 'schedule:list')[1], 'keap:check') === 1, $output);

check('before Keap is connected a visitor is thanked', str_contains($page = signUp(['email' => 'early@example.com']), 'Thank you, Ann.'), $page);
check('... and the job waits', jobsThatWait() === 1 && customers() === [], jobsThatWait());
check('... and the status page says why', str_contains($page = visit($application, '/keap/status')->getContent(), 'Not connected'), $page);
check('... and keap:check fails', artisan($application, 'keap:check')[0] === 1);

parse_str((string) parse_url(visit($application, '/keap/connect')->headers->get('Location'), PHP_URL_QUERY), $query);
$code = ask('POST', '/code', ['redirect_uri' => $query['redirect_uri']])['code'];
visit($application, "/keap/callback?code=$code&state=$query[state]");
check('the administrator connects Keap', str_contains($page = visit($application, '/keap/status')->getContent(), 'id="level">Connected'), $page);

[$status, $output] = artisan($application, 'queue:work --stop-when-empty --sleep=0');
check('the queue sends the waiting customer, with the tag', customers() === ['early@example.com' => [true]] && jobsThatWait() === 0, [customers(), $output]);
check('now a visitor is in Keap at once, with the tag', str_contains($page = signUp(['email' => 'visitor@example.com', 'consent' => '1']), 'Thank you, Ann.') && customers()['visitor@example.com'] === [true], [$page, customers()]);
check('... and a second time, once', str_contains(signUp(['email' => 'visitor@example.com']), 'Thank you, Ann.') && customers()['visitor@example.com'] === [true], customers());

check('a wrong address is refused at its field', str_contains($page = signUp(['email' => 'nobody']), 'id="email-error"') && ! str_contains($page, 'Thank you'), $page);
ask('POST', '/faults', ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'action' => 'status', 'status' => 400, 'body' => ['message' => 'Bad request', 'details' => [['domain' => 'keap', 'resource' => 'email_addresses[0].email']]]]);
check('... and one that Keap refuses too', str_contains($page = signUp(['email' => 'refused@example.com']), 'id="email-error">The e-mail was not accepted'), $page);

check('keap:check --call passes', ([$status, $output] = artisan($application, 'keap:check --call'))[0] === 0, $output);
check('/up answers 200', visit($application, '/up')->getStatusCode() === 200);
ask('POST', '/revoke');
check('the grant is revoked: a visitor is thanked', str_contains(signUp(['email' => 'revoked@example.com']), 'Thank you, Ann.') && ! isset(customers()['revoked@example.com']));
check('... and the page, the command and /up say so', str_contains(visit($application, '/keap/status')->getContent(), 'Needs attention') && artisan($application, 'keap:check')[0] === 1 && visit($application, '/up')->getStatusCode() === 500);
check('the stand-in found no fault in any request', ask('GET', '/counts')['violations'] === 0);

end_of_test();
