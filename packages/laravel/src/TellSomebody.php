<?php

namespace Infusionsoft\Laravel;

use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Mail;
use Illuminate\Support\Facades\Route;

/** Sends "connect again" by mail and to Slack, from the queue, once per account and period. */
class TellSomebody implements ShouldQueue
{
    public function shouldQueue(Events\ReauthorizationRequired $event): bool
    {
        $somebody = array_filter([config('keap.notify.mail'), config('keap.notify.slack')]) !== [];

        return $somebody && Cache::add(self::key($event->account), true, now()->addHours(max(1, (int) config('keap.notify.every'))));
    }

    public function handle(Events\ReauthorizationRequired $event): void
    {
        $text = config('app.name').": Keap needs attention (account \"$event->account\"). $event->reason"
            .(Route::has('keap.status') ? "\n\n".route('keap.status') : '');
        $address = config('keap.notify.mail');
        $webhook = config('keap.notify.slack');

        // A second try would mail twice, so the mail is the last step.
        $webhook === null || Http::timeout(10)->post($webhook, ['text' => $text])->throw();
        $address === null || Mail::raw($text, fn ($mail) => $mail->to($address)->subject('Connect Keap again'));
    }

    /** The next time that the account needs somebody, somebody is told at once. */
    public static function forget(string $account): void
    {
        Cache::forget(self::key($account));
    }

    private static function key(string $account): string
    {
        return 'keap.told.'.hash('xxh128', $account);
    }
}
