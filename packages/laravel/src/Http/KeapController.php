<?php

namespace Infusionsoft\Laravel\Http;

use Illuminate\Contracts\View\View;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Str;
use Infusionsoft\AuthorizationException;
use Infusionsoft\Exception;
use Infusionsoft\Laravel\Health;
use Infusionsoft\Laravel\Queue\FetchChanged;
use Symfony\Component\HttpFoundation\BinaryFileResponse;

class KeapController
{
    public function status(): View
    {
        return view('keap::status', [
            'summary' => Health::summary(),
            'accounts' => Health::accounts(),
            'numbers' => Health::numbers(),
            'jobs' => rescue(fn () => app('queue')->size(), report: false),
        ]);
    }

    /** Sends one cheap call, which shows that the grant works and that Keap can be reached. */
    public function test(): RedirectResponse
    {
        $problem = Health::problem(call: true);

        return $problem === null
            ? to_route('keap.status')->with('keap.done', 'Keap answered the test call.')
            : to_route('keap.status')->withErrors(['keap' => $problem]);
    }

    /** Redirects the administrator to Keap, which asks for access to the account. */
    public function connect(Request $request): RedirectResponse
    {
        $state = Str::random(40);
        $request->session()->put('keap.state', $state);

        return $this->orBack(fn () => redirect()->away(infusionsoft_authorize_url(route('keap.callback'), $state)));
    }

    /** Keap redirects the administrator back to here, with a code that is exchanged for the grant. */
    public function callback(Request $request): RedirectResponse
    {
        $state = $request->session()->pull('keap.state');

        // Without this check an attacker could make an administrator's browser connect the attacker's Keap account.
        if (! is_string($state) || ! is_string($request->query('state')) || ! hash_equals($state, $request->query('state'))) {
            return to_route('keap.status')->withErrors(['keap' => 'This answer of Keap belongs to another attempt. Please connect again from this page.']);
        }

        $code = $request->query('code');

        if (! is_string($code) || $code === '') {
            return to_route('keap.status')->withErrors(['keap' => 'Keap was not connected: access was not granted.']);
        }

        return $this->orBack(function () use ($code): RedirectResponse {
            infusionsoft_authorize($code, route('keap.callback'));

            return to_route('keap.status')->with('keap.done', 'Keap is connected.');
        });
    }

    /** Keap calls this for REST hooks, and waits for 30 seconds only: the queue does the rest. */
    public function hook(Request $request): Response
    {
        try {
            $hook = infusionsoft_hook_receive((string) $request->server('REQUEST_URI'), $request->headers->all(), $request->getContent());
        } catch (AuthorizationException|\ValueError $e) {
            abort($e instanceof \ValueError ? 400 : 403);
        }

        array_map(FetchChanged::dispatch(...), array_chunk($hook['events'], FetchChanged::OBJECTS));

        return response('', 200, $hook['headers']);
    }

    public function stylesheet(): BinaryFileResponse
    {
        return response()->file(__DIR__.'/../../resources/css/keap.css', ['Content-Type' => 'text/css', 'Cache-Control' => 'private, max-age=3600']);
    }

    /** @param \Closure(): RedirectResponse $step */
    private function orBack(\Closure $step): RedirectResponse
    {
        try {
            return $step();
        } catch (Exception|\ValueError $e) {
            report($e);

            return to_route('keap.status')->withErrors(['keap' => $e->getMessage()]);
        }
    }
}
