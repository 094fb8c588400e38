<?php
// One request of one thread of threads.c, which sets $thread, $life and $round. Prints "ok", or what is not as it must be.
// threads.php has made the accounts "shared", "own-N" and "due-N" for each thread N, and the tag "threads". Without a store
// there is one account, with an API key; the threads then share the memory that stands in for the store.

function must(string $what, mixed $expected, mixed $seen): void
{
    if ($expected !== $seen) {
        throw new LogicException("$what: expected " . json_encode($expected) . ', seen ' . json_encode($seen));
    }
}

/** The e-mail addresses of the contacts that this request makes; the test counts them at the end. @return list<string> */
function addresses(int $count): array
{
    global $thread, $life;
    return array_map(static fn (int $i): string => "t$thread-l$life-c$count-$i@example.com", range(1, $count));
}

$has_store = is_file(ini_get('infusionsoft.store_path') . '/tokens');
$own = $has_store ? "own-$thread" : 'default';
$shared = $has_store ? 'shared' : 'default';
$scenes = [
    'refresh' => static function () use ($own, $shared): void {
        infusionsoft_request('GET', '/rest/v2/tags', account: $shared);
        infusionsoft_request('GET', '/rest/v2/tags', account: $own);
    },
    'contacts' => static function () use ($own, $thread): void {
        foreach (addresses(2) as $address) {
            $id = infusionsoft_contact_create(['email' => $address, 'given_name' => "n$thread"], account: $own)['id'];
            must('the operation', 'createContact', infusionsoft_last_reply()['operation']);
            must('its status', 201, infusionsoft_last_reply()['status']);
            must('found', $id, infusionsoft_contact_find($address, $own)['id'] ?? null);
            must('updated', "f$thread", infusionsoft_contact_update($id, ['family_name' => "f$thread"], account: $own)['family_name']);
            must('read', "n$thread", infusionsoft_contact_get($id, account: $own)['given_name']);
            $tag = infusionsoft_tag_find('threads', $own)['id'];
            must('tagged', [$id => 'SUCCESS'], infusionsoft_tag_apply($tag, $id, $own));
        }
    },
    'batch' => static function () use ($shared): void {
        $addresses = addresses(8);
        $job = static fn (string $address): Closure => static fn (): string => infusionsoft_contact_get(
            infusionsoft_contact_create(['email' => $address, 'given_name' => $address], account: $shared)['id'],
            account: $shared,
        )['given_name'];
        $results = iterator_to_array(infusionsoft_batch(array_combine($addresses, array_map($job, $addresses)), in_flight: 4));
        $results = array_map(static fn (mixed $result): mixed => $result instanceof Throwable ? $result->getMessage() : $result, $results);
        must('the results of a batch', array_combine($addresses, $addresses), $results);
    },
    'forced' => static function () use ($own): void {
        must('refreshed', 'valid', infusionsoft_token_refresh(true, $own)['state']);
        infusionsoft_request('GET', '/rest/v2/tags', account: $own);
        must('the account', $own, infusionsoft_token_status($own)['account']);
    },
    'forced together' => static function () use ($shared): void {
        must('refreshed', 'valid', infusionsoft_token_refresh(true, $shared)['state']);
    },
    'fake' => static function () use ($thread, $life): void {
        infusionsoft_fake(['getContact' => static fn (array $request): array => ['id' => '7', 'given_name' => "fake $thread"]]);
        for ($i = 1; $i <= 20; $i++) {
            must('the reply of a fake', "fake $thread", infusionsoft_contact_get(1000 * $thread + $i)['given_name']);
        }
        $paths = array_map(static fn (int $i): string => '/rest/v2/contacts/' . (1000 * $thread + $i), range(1, 20));
        must('recorded', $paths, array_column(infusionsoft_recorded(), 'path'));
    },
    'settings' => static function () use ($own, $thread, $life): void {
        must('the account', 'default', ini_get('infusionsoft.account'));
        must('the tries', '2', ini_get('infusionsoft.retries'));
        ini_set('infusionsoft.account', $own);
        ini_set('infusionsoft.retries', (string) (3 + $thread));
        must('a bad value', false, ini_set('infusionsoft.timeout_ms', 'none'));
        $logged = [];
        infusionsoft_logger(static function (string $level, string $message, array $context) use (&$logged): void {
            $logged[] = $context['account'];
        });
        infusionsoft_request('GET', '/rest/v2/tags');
        infusionsoft_logger(null);
        must('the account of the call', [$own], array_values(array_unique($logged)));
        must('the tries', (string) (3 + $thread), ini_get('infusionsoft.retries'));
        must('the account of the status', $own, infusionsoft_token_status()['account']);
        (new ReflectionExtension('infusionsoft'))->info();
        must('the account in phpinfo()', 1, preg_match("/^infusionsoft\.account => $own => default\$/m", ob_get_contents()));
        must('the limits were seen', true, infusionsoft_limits()['seen_at'] > 0);
        infusionsoft_accounts();
        infusionsoft_stats();
    },
    'end' => static function () use ($own): void {
        // The request ends by a fatal error while requests are under way.
        $read = static fn (): mixed => infusionsoft_request('GET', '/rest/v2/tags', account: $own);
        foreach (infusionsoft_batch(array_fill(0, 6, $read)) as $result) {
            must('read', false, $result instanceof Throwable);
            ob_end_clean();
            echo 'ok';
            trigger_error('the end', E_USER_ERROR);
        }
    },
];

ob_start();
try {
    // All threads begin with the same scene. Then each goes on with another one.
    $names = array_keys($scenes);
    $name = $round === 0 ? 'refresh' : $names[1 + ($round + $thread) % (count($names) - 1)];
    $scenes[$name]();
    ob_end_clean();
    echo 'ok';
} catch (Throwable $error) {
    ob_end_clean();
    echo "$name: ", $error::class, ': ', $error->getMessage();
}
