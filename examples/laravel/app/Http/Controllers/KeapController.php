<?php

namespace App\Http\Controllers;

use App\Jobs\SendCustomerToKeap;
use App\Keap\Health;
use App\Keap\Numbers;
use App\Keap\Patience;
use App\Keap\Plain;
use App\Keap\Report;
use App\Keap\SignUp;
use Illuminate\Contracts\View\View;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Str;
use Infusionsoft\AuthorizationException;
use Throwable;

class KeapController
{
    /**
     * Seconds until a job may begin whose sign-up is also sent within the request: longer than such a request can take.
     * Refreshing a token that Keap refuses too early can take 130 s, and then each call takes 3 s at most.
     */
    private const DELAY = 180;

    /**
     * Puts a new customer into the queue, then sends the customer to Keap where Keap is likely to answer quickly. The job
     * does only what the request did not do. The visitor is told only what the visitor can correct; everything else is
     * reported.
     */
    public function signUp(Request $request): RedirectResponse
    {
        $labels = ['given_name' => 'first name', 'family_name' => 'last name', 'email' => 'e-mail']; // as on the page
        /** @var array{given_name: string, family_name: string, email: string} $customer */
        $customer = $request->validate([
            'given_name' => ['required', 'string', 'max:40'],
            'family_name' => ['required', 'string', 'max:40'],
            'email' => ['required', 'string', 'email', 'max:254'],
        ], [], $labels);

        if ($request->boolean('consent')) {
            $customer['opt_in_reason'] = config()->string('keap.opt_in_reason');
        }

        $id = (string) Str::uuid();
        // With an expired token, the first call would wait for Keap's token endpoint: up to a minute, or longer.
        $now = in_array(infusionsoft_token_status()['state'], ['valid', 'refresh_due'], true);
        // From here on the sign-up is safe, also when this process is killed while it waits for Keap.
        $queued = $this->queue($id, $customer, $now ? self::DELAY : 0);

        if ($now || ! $queued) {
            $signUp = new SignUp($id, $customer);

            try {
                Patience::ofAVisitor($signUp->send(...));
            } catch (Throwable $e) {
                $field = SignUp::refusedField($e);

                if ($field !== null) {
                    $signUp->withdraw();

                    return back()->withInput()->withErrors([$field => "The $labels[$field] was not accepted. Please check it."]);
                }

                // Neither Keap nor the queue has the customer, so no thanks.
                $queued ? Report::exception($e) : throw $e;
            }
        }

        return to_route('signup')->with('thanks', $customer['given_name']);
    }

    /** Redirects the administrator to Keap, which asks for access to the account. */
    public function connect(Request $request): RedirectResponse
    {
        $state = Str::random(40);
        $request->session()->put('keap.state', $state);

        try {
            return redirect()->away(infusionsoft_authorize_url(route('keap.callback'), $state));
        } catch (Throwable $e) {
            Report::exception($e);

            return to_route('keap.status')->withErrors($e->getMessage());
        }
    }

    /** Keap redirects the administrator back to here, with a code that is exchanged for the grant. */
    public function callback(Request $request): RedirectResponse|Response
    {
        $state = $request->session()->pull('keap.state');
        $code = (string) $request->string('code');

        // Without this check an attacker could make an administrator's browser connect the attacker's Keap account.
        if (! is_string($state) || ! hash_equals($state, (string) $request->string('state'))) {
            return $this->failed(403, 'This answer of Keap does not belong to a connection that was begun in this browser.', 'It may have been begun too long ago, or in another browser. Connect again.');
        }

        if ($code === '') {
            return $request->string('error')->exactly('access_denied')
                ? $this->failed(200, 'Access was not allowed on Keap’s page.', 'Connect again, and choose "Allow" there. Only the owner of the Keap account, or an administrator of it, can.')
                : $this->failed(200, 'Keap sent no code.', 'Connect again. If this happens again, run infusionsoft doctor on the server.');
        }

        try {
            infusionsoft_authorize($code, route('keap.callback'));
        } catch (Throwable $e) {
            Report::exception($e);

            $why = $e instanceof AuthorizationException ? 'Keap does not accept the code that it sent. A code works once, and only for some minutes.' : Plain::words($e);

            return $this->failed(502, $why, 'Connect again.', $e->getMessage());
        }

        return to_route('keap.status');
    }

    public function status(Request $request): View
    {
        $call = $request->boolean('call');

        return view('keap.status', [
            'status' => infusionsoft_token_status(),
            'problem' => Health::problem($call),
            'called' => $call,
            'waiting' => Numbers::jobsWaiting(),
            'failed' => Numbers::jobsFailed(),
            'hours' => Numbers::byHour(),
            'numbers' => Numbers::ofTheExtension(),
        ]);
    }

    /** For a monitor: no login, so no particulars. */
    public function health(): Response
    {
        return Health::problem() === null
            ? response('Keap is connected.', 200, ['Content-Type' => 'text/plain'])
            : response('Keap needs attention: see the status page, or run php artisan keap:check.', 503, ['Content-Type' => 'text/plain']);
    }

    /** The page that says why the account is not connected, with the way to try again. */
    private function failed(int $status, string $why, string $todo, ?string $details = null): Response
    {
        return response()->view('keap.callback-failed', ['why' => $why, 'todo' => $todo, 'details' => $details], $status);
    }

    /**
     * Returns whether the queue took the job.
     *
     * @param array{given_name: string, family_name: string, email: string, opt_in_reason?: string} $customer
     */
    private function queue(string $id, array $customer, int $delay): bool
    {
        try {
            SendCustomerToKeap::dispatch($id, $customer)->delay($delay);

            return true;
        } catch (Throwable $e) {
            Report::exception($e);

            return false;
        }
    }
}
