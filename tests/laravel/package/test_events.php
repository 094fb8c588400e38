<?php

use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Http;
use Infusionsoft\Laravel\Events\KeapCalled;
use Infusionsoft\Laravel\Events\ReauthorizationRequired;
use Infusionsoft\Laravel\Events\TokenRefreshed;

require __DIR__.'/harness.php';

$application = application(['KEAP_NOTIFY_MAIL' => 'boss@example.com', 'KEAP_NOTIFY_SLACK' => 'https://hooks.example.com/1', 'KEAP_LOG' => 'single']);
Http::fake();
$events = [];
Event::listen([KeapCalled::class, TokenRefreshed::class, ReauthorizationRequired::class], function (object $event) use (&$events): void {
    $events[] = $event;
});
$seen = function () use (&$events): array {
    [$names, $events] = [array_map(fn (object $event) => class_basename($event), $events), []];

    return $names;
};
$mails = fn (): array => $application->make('mail.manager')->mailer('array')->getSymfonyTransport()->messages()->all();

$token = ask('POST', '/grant');
infusionsoft_token_import($token);
infusionsoft_call('listTags', ['page_size' => 1]);
check('a call is an event', get_object_vars($events[0])['context']['status'] === 200 && $events[0]->context['path'] === '/rest/v2/tags' && $seen() === ['KeapCalled'], $events);
infusionsoft_token_refresh(force: true);
check('a refresh is an event', $events[0]->account === 'default' && $seen() === ['TokenRefreshed'], $events);
check('... and nobody is told', $mails() === []);
check('KEAP_LOG gets an entry per call', str_contains($log = file_get_contents("$base/storage/logs/laravel.log"), '/rest/v2/tags'), $log);
check('... without a token', ! str_contains($log, $token['access_token']));
check('a wrong argument is an event too', (function (): bool {
    try {
        infusionsoft_contact_create(['email' => 'nobody']);
    } catch (ValueError) {
    }

    return true;
})() && $seen() === ['KeapCalled'], $events);

ask('POST', '/revoke');
$refused = function (): void {
    try {
        infusionsoft_token_refresh(force: true);
    } catch (Infusionsoft\AuthorizationException) {
    }
};
$refused();
$reason = $events[0]->reason ?? '';
check('a refused refresh token asks for a person', in_array('ReauthorizationRequired', $seen(), true));
check('... by mail', count($mails()) === 1 && str_contains($text = $mails()[0]->getOriginalMessage()->getTextBody(), $reason) && str_contains($text, '/keap/status'), $text ?? count($mails()));
check('... and to Slack', Http::recorded()->count() === 1 && Http::recorded()[0][0]['text'] === $text);
$refused();
check('... and again, as an event only', in_array('ReauthorizationRequired', $seen(), true) && count($mails()) === 1, count($mails()));
[$status] = artisan($application, 'keap:check');
check('keap:check tells what the keep-alive found, as an event', $status === 1 && in_array('ReauthorizationRequired', $seen(), true) && count($mails()) === 1);
Cache::flush();
artisan($application, 'keap:check');
check('... and by mail, when nobody was told in this period', count($mails()) === 2, count($mails()));
infusionsoft_token_import(ask('POST', '/grant'));
artisan($application, 'keap:check');
ask('POST', '/revoke');
$refused();
check('after a good check, the next refusal is told at once', count($mails()) === 3, count($mails()));
check('the schedule runs keap:check', str_contains($output = artisan($application, 'schedule:list')[1], 'keap:check'), $output);
check('... unless KEAP_SCHEDULE=false', ! str_contains(artisan(application(['KEAP_SCHEDULE' => 'false']), 'schedule:list')[1], 'keap:check'));

// Octane: the application stays, and each request begins with this event.
$application = application(['KEAP_ACCOUNT' => 'own', 'APP_ENV' => 'production']);
$calls = 0;
Event::listen(function (KeapCalled $event) use (&$calls): void {
    $calls++;
});
infusionsoft_logger(null);
ini_set('infusionsoft.account', 'of-another-request');
Event::dispatch('Laravel\Octane\Events\RequestReceived');
infusionsoft_token_import(ask('POST', '/grant'));
infusionsoft_call('listTags', ['page_size' => 1]);
check('the next request of Octane has its account and its events again', infusionsoft_token_status()['account'] === 'own' && $calls === 1, [infusionsoft_token_status()['account'], $calls]);

end_of_test();
