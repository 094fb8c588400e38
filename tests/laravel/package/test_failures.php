<?php

use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\Job;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Queue\CallQueuedHandler;
use Illuminate\Queue\InteractsWithQueue;
use Infusionsoft\Laravel\Failure;
use Infusionsoft\Laravel\Queue\FailWhenFinal;
use Infusionsoft\Laravel\Queue\ReleaseWhenRateLimited;

require __DIR__.'/harness.php';

final class SendCustomer implements ShouldQueue
{
    use Dispatchable, InteractsWithQueue, Queueable;

    public function __construct(private readonly array $contact) {}

    public function middleware(): array
    {
        return [new ReleaseWhenRateLimited, new FailWhenFinal];
    }

    public function handle(): void
    {
        infusionsoft_contact_create($this->contact);
    }
}

/** Runs the job as a worker does. Returns what became of it: "done", "released 7", "failed CLASS", "thrown CLASS". */
function run(mixed $reply, array $contact = ['email' => 'ann@example.com']): string
{
    global $application;
    infusionsoft_fake(['createContact' => $reply]);
    $job = new class($application) extends Illuminate\Queue\Jobs\SyncJob
    {
        public string $end = 'done';

        public function __construct($container)
        {
            parent::__construct($container, '{}', 'sync', 'default');
        }

        public function release($delay = 0)
        {
            $this->end = "released $delay";
        }

        public function fail($e = null)
        {
            $this->end = 'failed '.$e::class;
        }
    };
    $command = new SendCustomer($contact);

    try {
        $application->make(CallQueuedHandler::class)->call($job, ['command' => serialize($command)]);
    } catch (Throwable $e) {
        return 'thrown '.$e::class;
    }

    return $job->end;
}

$application = application();
foreach ([
    'a call that succeeds' => [['id' => '7'], 'done'],
    'a limit' => [['status' => 429, 'retry_after' => 7], 'released 7'],
    'a limit without a time' => [429, 'released '],
    'a refused field' => [400, 'failed Infusionsoft\ApiException'],
    'a thing that is not there' => [404, 'failed Infusionsoft\ApiException'],
    'a conflict' => [409, 'thrown Infusionsoft\ApiException'],
    'an outage' => [503, 'thrown Infusionsoft\ApiException'],
    'a lost reply' => [['fault' => 'no_reply'], 'thrown Infusionsoft\TransportException'],
    'a grant that is gone' => [401, 'thrown Infusionsoft\AuthorizationException'],
    'an error of other code' => [new ValueError('of other code'), 'thrown ValueError'],
] as $what => [$reply, $end]) {
    check("$what: the job is ".rtrim($end), str_starts_with($found = run($reply), $end), $found);
}
check('a wrong argument: the job failed', ($found = run(null, ['email' => 'nobody'])) === 'failed ValueError', $found);
check('a ValueError of other code is not final', ! Failure::isFinal((fn () => new ValueError('x'))()));

/** @return array<string, list<string>>|null the errors of the form */
function errors(mixed $details, array $contact = ['email' => 'ann@example.com'], array $names = []): ?array
{
    infusionsoft_fake(['createContact' => ['status' => 400, 'body' => ['message' => 'Bad Request', 'details' => $details]]]);

    try {
        infusionsoft_contact_create($contact);
    } catch (Throwable $e) {
        return Failure::validation($e, $names)?->errors();
    }
}

$field = 'email_addresses[0].email';
$email = ['email' => ['The email must be an address.']];
foreach ([
    'field and description' => [['domain' => 'keap', 'resource' => 'contact', 'field' => $field, 'description' => 'must be an address']],
    'path and message' => [['path' => $field, 'message' => 'must be an address']],
    'nested violations' => [['@type' => 'x/BadRequest', 'field_violations' => [['field' => $field, 'description' => 'must be an address']]]],
    'texts' => ["$field: must be an address"],
    'a map' => [$field => 'must be an address'],
    'a map of lists' => [$field => ['must be an address', 'has a digit']],
] as $what => $details) {
    check("details that are $what become an error of the field", ($found = errors($details)) === $email, $found);
}
check('a resource alone becomes one too', ($found = errors([['domain' => 'keap', 'resource' => 'given_name']])) === ['given_name' => ['This was not accepted. Please check it.']], $found);
check('details without a field become none', ($found = errors([['domain' => 'keap', 'resource' => 'contact'], 7, null])) === null, $found);
check('a refused argument becomes an error of the field', ($found = errors([], ['email' => 'ann@example.com', 'given_name' => str_repeat('x', 41)])) === ['given_name' => ['The given name must be at most 40 characters long, 41 given.']], $found);
check('the form can have names of its own', array_keys(errors([], ['email' => 'nobody'], ['email' => 'mail'])) === ['mail']);
check('... by Keap\'s name of a field that was given in the short form', array_keys(errors([], ['email' => 'nobody'], ['email_addresses.email' => 'mail'])) === ['mail']);
check('other failures become none', Failure::validation(new RuntimeException('contact.email must be')) === null);

end_of_test();
