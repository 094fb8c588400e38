<?php

// Tests the example application, from the first visit until all customers are in Keap. See run.sh.
// Usage: run.php EXTENSION [SCREENSHOTS]

require __DIR__.'/Stack.php';
require __DIR__.'/import.php';

$failed = $passed = 0;

function check(string $what, bool $holds, mixed $instead = null): void
{
    global $passed, $failed;
    $holds ? $passed++ : $failed++;
    echo $holds ? 'ok' : 'not ok', " - $what", $holds || $instead === null ? '' : ': '.substr(json_encode($instead, JSON_UNESCAPED_SLASHES), 0, 500), "\n";
}

$started = microtime(true);
$stack = new Stack($argv[1]);
$stack->up();
$keap = $stack->keap;
printf("# up after %.1f s\n", microtime(true) - $started);

/** Authorizes as an administrator: follows the link of the status page, and allows access on Keap's page. */
function connect(Stack $stack): Page
{
    $administrator = new Browser($stack->url);
    $page = $administrator->get('/keap/connect');
    preg_match('/<a href="([^"]+)">Allow/', $page->body, $link);

    return $administrator->get(strtok($page->url, '?').html_entity_decode($link[1] ?? '?'));
}

function state(Page $page): string
{
    return preg_match('/id="state">(\w+)</', $page->body, $found) ? $found[1] : "status $page->status $page->error";
}

/**
 * Lets visitors sign up at the same time, each in a new browser.
 *
 * @param list<string> $addresses
 * @return list<string> the addresses of those visitors who did not get the page that thanks
 */
function signUp(Stack $stack, array $addresses, ?callable $meanwhile = null): array
{
    $visitors = array_map(fn () => new Browser($stack->url), $addresses);
    Browser::together(array_map(fn (Browser $visitor) => $visitor->toGet('/signup'), $visitors));
    $pages = Browser::together(array_map(fn (Browser $visitor, string $address) => $visitor->toSubmit('/signup', [
        'given_name' => 'Ann',
        'family_name' => 'O\'Neil-Łuczak',
        'email' => $address,
    ]), $visitors, $addresses), $meanwhile);

    return array_values(array_filter($addresses, fn (int $key) => ! str_contains($pages[$key]->body, 'Thank you, Ann.'), ARRAY_FILTER_USE_KEY));
}

/** @return list<string> */
function addresses(string $wave, int $count): array
{
    global $expected;
    $new = array_map(fn (int $number) => "$wave-$number@example.com", range(1, $count));
    $expected = [...$expected ?? [], ...$new];

    return $new;
}

/** Authorizes with an access token of this lifetime, and waits until it has expired. No request refreshes it. */
function connectAndLetExpire(Stack $stack, int $seconds): void
{
    $stack->keap->ask('POST', '/options', ['expires_in' => $seconds]);
    connect($stack);
    $stack->keap->ask('POST', '/options', ['expires_in' => 86399]);
    $expired = microtime(true) + $seconds;
    $stack->processes->wait('expiry', fn () => microtime(true) > $expired);
}

/** Lets Chromium go through the pages; its checks count here. */
function testInBrowser(Stack $stack, string $pictures): void
{
    global $passed, $failed;
    $begun = microtime(true);
    $stack->artisan('test:forget');
    $given = ['url' => $stack->url, 'production' => $stack->productionUrl, 'keap' => $stack->keap->origin, 'control' => $stack->keap->control,
        'files' => $stack->folder, 'addresses' => addresses('browser', 12), 'pictures' => $pictures];
    $result = $stack->processes->run(['node', __DIR__.'/browser.mjs', json_encode($given)], asUser: false);
    preg_match('/^(\d+) passed, (\d+) failed, 0 skipped\n\z/m', $result->output, $counts);
    echo preg_replace('/^\d+ passed.*\n\z/m', '', $result->output);
    $passed += $counts[1] ?? 0;
    $failed += $counts[2] ?? 0;
    check('the browser came to its end', isset($counts[2]), $result->output);
    printf("# the browser took %.1f s\n", microtime(true) - $begun);
}

// Before the administrator authorizes.
$visitor = new Browser($stack->url);
check('the status page says that Keap is not connected', state($page = $visitor->get('/keap/status')) === 'missing', state($page));
check('keap:check fails', $stack->artisan('keap:check')->status === 1);
check('schedule:list knows keap:check', str_contains($stack->artisan('schedule:list')->output, 'keap:check'));

foreach (['status', 'connect', 'callback?code=1&state='] as $page) {
    $status = (new Browser($stack->productionUrl))->get("/keap/$page")->status;
    check("in production a stranger may not see /keap/$page", $status === 403, $status);
}

$early = addresses('early', 3);
check('visitors can sign up before Keap is connected', ($not = signUp($stack, $early)) === [], $not);
check('... and their jobs wait in the queue', $stack->jobsLeft() === 3, $stack->jobsLeft());

// The administrator authorizes.
check('a callback without the right state is refused', $visitor->get('/keap/callback?code=code-1&state=guessed')->status === 403);
check('... and its code is not exchanged', $keap->tokens('exchanges', 'refused') === 0);
check('after connecting the status page says valid', state($page = connect($stack)) === 'valid', state($page));
check('the code was exchanged once', $keap->tokens('exchanges') === 1, $keap->tokens('exchanges'));
check('artisan finds the same grant', ($result = $stack->artisan('keap:check'))->status === 0, $result->output);

$stack->emptyQueue();
check('the queue worker sends the waiting customers to Keap', array_diff($early, array_keys($keap->customers($stack->tag))) === []);

// Visitors.
$wave = addresses('visitor', 40);
check('40 visitors sign up at the same time', ($not = signUp($stack, $wave)) === [], $not);
check('5 of them sign up a second time', ($not = signUp($stack, array_slice($wave, 0, 5))) === [], $not);
$refusal = ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'action' => 'status', 'status' => 400, 'body' => [
    'code' => 400, 'message' => 'Bad request', 'status' => 'INVALID_ARGUMENT', 'details' => [['domain' => 'keap', 'resource' => 'email_addresses[0].email']],
]];
$keap->ask('POST', '/faults', $refusal);
$stranger = new Browser($stack->url);
$stranger->get('/signup');
$page = $stranger->submit('/signup', ['given_name' => 'Ann', 'family_name' => 'Chan', 'email' => 'refused@example.com', 'consent' => '1']);
check('a visitor whose address Keap refuses sees that at the address', preg_match('/id="email-error">The e-mail was not accepted/', $page->body) === 1, $page->body);
check('... and keeps what was entered', str_contains($page->body, 'value="refused@example.com"') && str_contains($page->body, ' checked'));
$stack->emptyQueue();
check('... and no job sends it later', ! isset($keap->customers($stack->tag)['refused@example.com']) && ! str_contains($stack->log(), 'CRITICAL: A customer'));
$page = $stranger->submit('/signup', ['given_name' => 'Ann', 'family_name' => 'Chan', 'email' => addresses('consent', 1)[0], 'consent' => '1']);
check('a visitor consents', str_contains($page->body, 'Thank you, Ann.'), $page->body);
$reasons = array_column(array_merge(...array_column($keap->ask('GET', '/state')['contacts'], 'email_addresses')), 'opt_in_reason', 'email');
check('... and Keap has the reason', str_contains($reasons['consent-1@example.com'] ?? '', 'sign-up form'), $reasons);
check('... and none of the visitors who do not consent', ($reasons['visitor-1@example.com'] ?? null) === null, $reasons);

// The same refusal of a job: it fails, and the person in charge is told.
$keap->ask('POST', '/faults', $refusal);
$stack->artisan('test:queue', 'refused-later@example.com');
$stack->processes->wait('failure', fn () => str_contains($stack->log(), 'CRITICAL: A customer is not in Keap'), 60);
check('a job whose customer Keap refuses fails, and its log entry says what to do', preg_match('/A customer is not in Keap: .*queue:forget [0-9a-f-]{36}/', $stack->log()) === 1, $stack->log());
$stack->artisan('queue:flush');

// Replies are lost: Keap has processed the requests, and the application does not know it.
$keap->ask('POST', '/faults', ['path' => '/crm', 'action' => 'hangup', 'at' => 'after', 'times' => 6]);
check('20 visitors sign up while 6 replies are lost', ($not = signUp($stack, addresses('lost-reply', 20))) === [], $not);

// Keap does not work for some time.
$stack->emptyQueue();
$keap->ask('POST', '/faults', ['path' => '/crm', 'action' => 'status', 'status' => 503, 'times' => 0]);
check('8 visitors sign up while Keap replies 503', ($not = signUp($stack, addresses('outage', 8))) === [], $not);
check('... and their jobs wait in the queue', $stack->jobsLeft() >= 8, $stack->jobsLeft());

// An hour: the jobs are tried again and again.
for ($try = 1; $try <= 3; $try++) {
    $requests = count($keap->ask('GET', '/journal'));
    $stack->processes->wait('tries', function () use ($stack, $keap, $requests): bool {
        $stack->makeJobsDue();

        return count($keap->ask('GET', '/journal')) >= $requests + 8;
    }, 60);
}

check('... also after each has failed several times', $stack->jobsLeft() >= 8, $stack->jobsLeft());
$keap->ask('DELETE', '/faults');
$stack->emptyQueue();
check('the queue worker sends these customers when Keap works again', true);

// The workers of PHP-FPM and the queue worker find the token expired at the same time. The token endpoint is slow.
$stack->processes->stop('queue');
$stack->artisan('test:queue', ...addresses('queued', 10));
connectAndLetExpire($stack, 3);
$refreshes = $keap->tokens('refreshes');
$keap->ask('POST', '/faults', ['path' => '/token', 'delay' => 1500]);
$stack->startQueue();
check('40 visitors sign up with an expired token', ($not = signUp($stack, addresses('expired', 40))) === [], $not);
$stack->emptyQueue();
check('the token was refreshed exactly once', $keap->tokens('refreshes') - $refreshes === 1, $keap->tokens('refreshes') - $refreshes);

// Access tokens expire after 4 seconds, and visitors sign up all the time.
$keap->ask('POST', '/options', ['expires_in' => 4]);
connect($stack);
$refreshes = $keap->tokens('refreshes');
$begin = microtime(true);

// Until 3 refreshes are counted, or for 60 seconds. A fast machine needs more rounds for that than a slow machine.
for ($round = 1, $not = []; $keap->tokens('refreshes') - $refreshes < 3 && microtime(true) - $begin < 60; $round++) {
    $not = [...$not, ...signUp($stack, addresses("short-$round", 10))];
}

$keap->ask('POST', '/options', ['expires_in' => 86399]);
$made = $keap->tokens('refreshes') - $refreshes;
$due = (microtime(true) - $begin) / 3.5;
check('visitors sign up while access tokens expire', $not === [], $not);
check('each of these tokens was refreshed once', $made >= 3 && $made <= ceil($due), ['made' => $made, 'due' => $due]);

// PHP-FPM is reloaded, as in a deployment, when Keap has rotated the tokens and its reply has not arrived yet.
connectAndLetExpire($stack, 3);
$refreshes = $keap->tokens('refreshes');
$keap->ask('POST', '/faults', ['path' => '/token', 'hold' => 'after']);
$reload = function () use ($stack, $keap): void {
    static $turns = 0, $step = 'hold';

    // After ten turns PHP-FPM has accepted the requests.
    if ($step === 'hold' && ++$turns > 10 && array_filter($keap->ask('GET', '/journal'), fn (array $request) => $request['held'])) {
        $stack->processes->signal('fpm', SIGUSR2);
        $step = 'reload';
    } elseif ($step === 'reload' && substr_count(file_get_contents("$stack->folder/log/fpm.log"), 'ready to handle connections') === 2) {
        $keap->ask('POST', '/release');
        $step = 'done';
    }
};
$cut = signUp($stack, addresses('reload', 8), $reload);

// The visitors do not wait for the refresh, so their pages may have ended before the reload.
$stack->processes->wait('reload', function () use ($stack, $reload): bool {
    $reload();

    return substr_count(file_get_contents("$stack->folder/log/fpm.log"), 'ready to handle connections') === 2;
});
$reload();
check('visitors whom the reload cut off sign up again', ($not = signUp($stack, $cut)) === [], $not);
check('the refresh survived the reload', state($page = $visitor->get('/keap/status')) === 'valid', state($page));
check('... and was not made twice', $keap->tokens('refreshes') - $refreshes === 1, $keap->tokens('refreshes') - $refreshes);

/** Lets a visitor sign up while something is wrong: the visitor is thanked, the job waits, and checks tell of it. */
function signUpInTrouble(Stack $stack, string $trouble, string $address, bool $seenWithoutCall): void
{
    $begin = microtime(true);
    check("$trouble: the visitor is thanked", signUp($stack, [$address]) === []);
    $took = microtime(true) - $begin;
    // The silence would last until the test ends it.
    check('... within a few seconds', $took < 20, $took);
    check('... and the job waits', $stack->jobsLeft() === 1, $stack->jobsLeft());
    $result = $stack->artisan('keap:check', '--call');
    check('... and keap:check --call fails', $result->status === 1 && str_contains($result->output, 'Keap needs attention: '), $result->output);

    if ($seenWithoutCall) {
        check('... and keap:check fails without a call', $stack->artisan('keap:check')->status === 1);
        $page = (new Browser($stack->productionUrl))->get('/keap/health');
        check('... and the health route answers 503', $page->status === 503 && ! str_contains($page->body, $stack->folder), [$page->status, $page->body]);
        $page = (new Browser($stack->url))->get('/keap/status');
        check('... and the status page says it', $page->status === 200 && str_contains($page->body, 'id="problem"'), [$page->status, $page->body]);
    }
}

function endOfTrouble(Stack $stack, string $what): void
{
    $stack->keap->ask('DELETE', '/faults');
    $stack->emptyQueue();
    $result = $stack->artisan('keap:check', '--call');
    check("$what: the job is done, and keap:check --call passes", $result->status === 0, $result->output);
    $page = (new Browser($stack->productionUrl))->get('/keap/health');
    check('... and the health route answers 200', $page->status === 200, $page->status);
}

$stack->emptyQueue();

// Keap says nothing: before it acts, and after it has made the contact.
$keap->ask('POST', '/faults', ['path' => '/crm', 'hold' => 'before', 'times' => 0]);
signUpInTrouble($stack, 'Keap is silent', addresses('silence', 1)[0], false);
$keap->ask('DELETE', '/faults');
$keap->ask('POST', '/release', ['then' => 'hangup']);
endOfTrouble($stack, 'Keap speaks');
$keap->ask('POST', '/faults', ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'hold' => 'after']);
check('Keap makes a contact and is silent: the visitor is thanked', signUp($stack, addresses('silence-after', 1)) === []);
$keap->ask('POST', '/release', ['then' => 'hangup']);
endOfTrouble($stack, 'Keap speaks');

function isHeld(Stack $stack, string $path): bool
{
    return array_filter($stack->keap->ask('GET', '/journal'), fn (array $request) => $request['held'] && $request['ended'] === null && str_starts_with($request['path'], $path)) !== [];
}

function signUpWhileTokenEndpointIsSilent(Stack $stack, string $state, string $address): void
{
    $stack->keap->ask('POST', '/faults', ['path' => '/token', 'hold' => 'before']);
    $page = (new Browser($stack->url))->get('/keap/status');
    check("The token endpoint is silent: the state is $state", state($page) === $state, state($page));
    $begin = microtime(true);
    check('... and the visitor is thanked', signUp($stack, [$address]) === []);
    $took = microtime(true) - $begin;
    check('... within a few seconds', $took < 20, $took);
    check('... and the job waits', $stack->jobsLeft() === 1, $stack->jobsLeft());
    $stack->processes->wait('exchange', fn () => isHeld($stack, '/token'));
    $stack->keap->ask('POST', '/release');
    endOfTrouble($stack, 'The token endpoint speaks');
}

// The token endpoint is silent, and the token has expired: the visitor does not wait for it.
connectAndLetExpire($stack, 3);
signUpWhileTokenEndpointIsSilent($stack, 'expired', addresses('silent-token', 1)[0]);

// The same, after Keap has refused the refresh token once. The next try is due when the token expires: a
// refresh of this token is first due 2 seconds before.
$keap->ask('POST', '/faults', ['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_grant'], 'after' => 1]);
$keap->ask('POST', '/options', ['expires_in' => 16]);
connect($stack);
$keap->ask('POST', '/options', ['expires_in' => 86399]);
$expired = microtime(true) + 16;
$stack->processes->wait('refusal', fn () => state((new Browser($stack->url))->get('/keap/status')) === 'reauthorization_required');
$stack->processes->wait('expiry', fn () => microtime(true) > $expired);
signUpWhileTokenEndpointIsSilent($stack, 'reauthorization_required', addresses('silent-token-refused', 1)[0]);

// The same, with a token that Keap refuses before its time: the request learns of it only when it waits for the refresh.
$stack->artisan('test:import', json_encode($keap->ask('POST', '/grant')));
$keap->ask('POST', '/expire');
$keap->ask('POST', '/faults', ['path' => '/token', 'hold' => 'before']);
$safe = null;
$not = signUp($stack, addresses('silent-token-401', 1), function () use ($stack, $keap, &$safe): void {
    if ($safe === null && isHeld($stack, '/token')) {
        $safe = $stack->jobsLeft();
        $keap->ask('POST', '/release');
    }
});
check('The token endpoint is silent after a 401: the sign-up is in the queue while the visitor waits', $safe === 1, $safe);
check('... and the visitor is thanked', $not === [], $not);
endOfTrouble($stack, 'The token endpoint speaks');

// PHP-FPM's workers are killed when Keap has made the contact, and its tag is missing.
$keap->ask('POST', '/faults', ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'hold' => 'after']);
$killed = false;
signUp($stack, addresses('killed', 1), function () use ($stack, &$killed): void {
    if (! $killed && isHeld($stack, '/crm')) {
        $stack->processes->killChildren('fpm');
        $killed = true;
    }
});
check('The worker is killed: its visitor\'s job waits', $killed && $stack->jobsLeft() === 1, [$killed, $stack->jobsLeft()]);
$keap->ask('POST', '/release', ['then' => 'hangup']);
endOfTrouble($stack, 'There is a new worker');

// The queue takes no job: the request is the only try.
$stack->redis()->config('SET', 'maxmemory', '1');
check('The queue is full: the visitor is thanked', ($not = signUp($stack, addresses('full-queue', 1))) === [], $not);
$keap->ask('POST', '/faults', ['path' => '/crm', 'action' => 'status', 'status' => 503, 'times' => 0]);
check('... but not when Keap does not work either', signUp($stack, ['nowhere@example.com']) !== []);
$stack->redis()->config('SET', 'maxmemory', '0');
endOfTrouble($stack, 'The queue works');

// The log cannot be written.
chmod("$stack->folder/app/storage/logs/laravel.log", 0444);
$keap->ask('POST', '/faults', ['path' => '/crm', 'action' => 'status', 'status' => 503, 'times' => 0]);
signUpInTrouble($stack, 'The log cannot be written', addresses('log', 1)[0], false);
check('... and does not end with an exception', ! str_contains($result = $stack->artisan('keap:check', '--call')->output, 'In StreamHandler.php'), $result);
$requests = count($keap->ask('GET', '/journal'));
$stack->makeJobsDue();
$stack->processes->wait('try', fn () => count($keap->ask('GET', '/journal')) > $requests);
$stack->processes->wait('end of the try', fn () => $stack->redis()->zCard('queues:default:delayed') === 1);
$keap->ask('DELETE', '/faults');
$keap->ask('POST', '/faults', $refusal);
$stack->artisan('test:queue', 'refused-without-log@example.com');
$stack->processes->wait('failure', fn () => str_contains($stack->artisan('queue:failed')->output, 'SendCustomerToKeap'));
$stack->artisan('queue:flush');
$stack->emptyQueue();
check('... and the queue worker goes on', $stack->processes->isRunning('queue'));
chmod("$stack->folder/app/storage/logs/laravel.log", 0644);
endOfTrouble($stack, 'The log can be written');

// Somebody deletes the tag.
$stack->artisan('cache:clear');
$keap->ask('POST', '/faults', [
    ['method' => 'GET', 'path' => '^/crm/rest/v2/tags/[0-9]+$', 'action' => 'status', 'status' => 404, 'times' => 0],
    ['method' => 'GET', 'path' => '^/crm/rest/v2/tags$', 'action' => 'edit', 'set' => ['tags' => []], 'times' => 0],
]);
signUpInTrouble($stack, 'The tag is missing', addresses('tag', 1)[0], false);
check('... and no contact without a tag was made', ! isset($keap->customers($stack->tag)['tag-1@example.com']));
endOfTrouble($stack, 'The tag is there again');

// The secret in php.ini is wrong: Keap answers so to the next refresh.
$keap->ask('POST', '/faults', ['path' => '/token', 'action' => 'status', 'status' => 401, 'body' => ['error' => 'invalid_client'], 'times' => 0, 'after' => 1]);
connectAndLetExpire($stack, 2);
signUpInTrouble($stack, 'The secret is wrong', addresses('secret', 1)[0], true);
$keap->ask('DELETE', '/faults');
connect($stack);
endOfTrouble($stack, 'The secret is right');

// The key is revoked.
$stack->artisan('test:import', '{"api_key": "KeapAK-revoked"}');
signUpInTrouble($stack, 'The key is revoked', addresses('key', 1)[0], true);
connect($stack);
endOfTrouble($stack, 'There is a new grant');

// Nobody can read the store.
chmod("$stack->folder/store", 0);
$stack->restartWorkers();
signUpInTrouble($stack, 'The store is unreadable', addresses('store', 1)[0], true);
chmod("$stack->folder/store", 0700);
endOfTrouble($stack, 'The store is readable');

// Keap says nothing, and the worker's own time limit ends it: Laravel's handler of SIGALRM kills the process. By the
// extension's limits the call would go on for two minutes.
$stack->processes->stop('queue');
$keap->ask('POST', '/faults', ['path' => '/crm', 'hold' => 'before', 'times' => 0]);
$requests = count($keap->ask('GET', '/journal'));
$stack->artisan('test:queue', '--patiently', ...addresses('time-limit', 1));
$stack->startQueue('queue', '--timeout=2');
check('Keap is silent: queue:work --timeout ends the worker within the call', ($end = $stack->processes->end('queue')) === 'signal 9', $end);
check('... at its first request', ($made = count($keap->ask('GET', '/journal')) - $requests) === 1, $made);
check('... and its job waits', $stack->jobsLeft() === 1, $stack->jobsLeft());
$keap->ask('DELETE', '/faults');
$keap->ask('POST', '/release', ['then' => 'hangup']);
$stack->takeJobsBack();
$stack->startQueue();
endOfTrouble($stack, 'Keap speaks, and retry_after is over');

// A worker is told to stop while its call hangs, and another one is started in its place.
$stack->processes->stop('queue');
$keap->ask('POST', '/faults', ['path' => '/crm', 'hold' => 'before', 'action' => 'status', 'status' => 500]);
[$held, $other] = addresses('stop', 2);
$stack->artisan('test:queue', '--patiently', $held);
$stack->startQueue();
$stack->processes->wait('request', fn () => isHeld($stack, '/crm'));
$stack->processes->signal('queue', SIGTERM);
$stack->artisan('test:queue', '--patiently', $other);
$stack->startQueue('successor');
$stack->processes->wait('the other job', fn () => isset($keap->customers($stack->tag)[$other]) && $stack->jobsLeft() === 1);
check('A call hangs, and its worker gets SIGTERM: another worker leaves that job alone', isHeld($stack, '/crm') && ! isset($keap->customers($stack->tag)[$held]));
$stack->processes->stop('successor');
$requests = count($keap->ask('GET', '/journal'));
$keap->ask('POST', '/release');
check('... when the call fails, the worker stops', ($end = $stack->processes->end('queue')) === 'exit 0', $end);
check('... with no further request', ($made = count($keap->ask('GET', '/journal')) - $requests) === 0, $made);
check('... and its job waits', $stack->jobsLeft() === 1, $stack->jobsLeft());
$stack->startQueue();
endOfTrouble($stack, 'There is a new worker');

testImports($stack);
$page = (new Browser($stack->url))->get('/keap/status');
check('the status page counts jobs', preg_match('/id="waiting">0<.*id="failed">0</s', $page->body) === 1, $page->body);
preg_match_all('~row">(?:Since|From) \d\d:\d\d</th><td class="number">([\d,]+)</td><td class="number">([\d,]+)<~', $page->body, $hours);
[$calls, $failures] = array_map(fn (array $numbers) => array_sum(array_map(fn (string $number) => (int) strtr($number, [',' => '']), $numbers)), array_slice($hours, 1));
check('... and calls, and those that failed, by the hour', $failures > 50 && $calls > $failures, $hours);
testInBrowser($stack, $argv[2] ?? '');

// The result.
$stack->emptyQueue();
check('no job failed', ($failedJobs = $stack->artisan('queue:failed'))->status === 0 && str_contains($failedJobs->output, 'No failed jobs'), $failedJobs->output);
$customers = $keap->customers($stack->tag);
$wrong = array_filter($expected, fn (string $address) => ($customers[$address] ?? []) !== [true]);
check(count($expected).' customers are in Keap, each exactly once and with the tag', $wrong === [], array_values($wrong));
check('... and no other customer is', array_diff(array_keys($customers), $expected) === [], array_diff(array_keys($customers), $expected));
$counts = $keap->ask('GET', '/counts');
check('the stand-in found no fault in any request', $counts['violations'] === 0, array_merge(...array_column($keap->ask('GET', '/journal'), 'violations')));
check('no refresh was refused, and no grant was revoked', $counts['refreshes']['refused'] === 0 && $counts['grants_killed'] === 0, $counts);

$stack->processes->stopAll();
$leaks = $stack->filesWith($secrets = '/\b[ar]t-[\w-]{32}|'.preg_quote($keap->settings()['client_secret']).'/');
check('no token and no secret is in logs, sessions, cache or store', $leaks === [], $leaks);
check('... and in no reply to a visitor', preg_match($secrets, Browser::$seen) === 0);

printf("# %.1f s\n%d passed, %d failed, 0 skipped\n", microtime(true) - $started, $passed, $failed);
exit($failed > 0 ? 1 : 0);
