@extends('keap.layout')
@section('title', 'Keap')
@section('width', 'wide')
@section('content')
    @if ($problem === null)
        <h1 class="good">Keap works</h1>
        <p role="status">{{ $called ? 'Keap is connected, and has the tag of new customers.' : 'Keap is connected.' }}</p>
    @elseif ($status['state'] === 'missing')
        <h1 class="error">Keap is not connected</h1>
        <p>The owner of the Keap account must allow access once: connect Keap, and choose "Allow" on Keap’s page.</p>
    @elseif ($status['state'] === 'reauthorization_required' && $status['kind'] === 'oauth2')
        <h1 class="error">Connect Keap again</h1>
        <p>Keap does not accept this connection any more. The owner of the Keap account must allow access again.</p>
    @else
        <h1 class="error">Keap needs attention</h1>
        <p>No sign-up is lost: each waits in the queue until Keap takes it.</p>
    @endif
    @if ($problem !== null)
        <p role="alert" id="problem" @class(['quiet' => in_array($status['state'], ['missing', 'reauthorization_required'], true)])>{{ $problem }}</p>
    @endif

    @foreach ($errors->all() as $error)
        <p class="error" role="alert">{{ $error }}</p>
    @endforeach

    @if ($status['kind'] === 'oauth2' && $status['state'] !== 'reauthorization_required')
        <p class="quiet">The connection renews itself{{ $status['refreshed_at'] ? '; last renewed '.now()->setTimestamp($status['refreshed_at'])->diffForHumans() : '' }}.</p>
    @endif

    {{-- One button is the first: what a person must do where something is to be done. --}}
    <p class="actions">
        @if ($status['kind'] !== 'api_key')
            <a class="button {{ in_array($status['state'], ['missing', 'reauthorization_required'], true) ? '' : 'second' }}" href="{{ route('keap.connect') }}">{{ $status['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a>
        @endif
        <a class="button second" href="{{ route('keap.status', ['call' => 1]) }}">Test with a call to Keap</a>
        <a class="button second" href="{{ route('keap.import') }}">Import contacts</a>
    </p>

    <table>
        <tr><th scope="row">State</th><td id="state">{{ $status['state'] }}</td></tr>
        <tr><th scope="row">Application</th><td>{{ $status['application'] ?? '–' }}</td></tr>
        @if ($status['expires_at'])
            <tr><th scope="row">Token expires</th><td>{{ now()->setTimestamp($status['expires_at'])->diffForHumans() }}</td></tr>
        @endif
        @if ($status['last_error'])
            <tr><th scope="row">Last error</th><td class="bad">{{ $status['last_error'] }}</td></tr>
        @endif
        <tr><th scope="row">Jobs waiting</th><td id="waiting">{{ $waiting ?? 'not known' }}</td></tr>
        <tr><th scope="row">Failed jobs</th><td id="failed">{{ $failed ?? 'not known' }}@if ($failed): see <code>php artisan queue:failed</code>@endif</td></tr>
    </table>

    @includeWhen($numbers !== null, 'keap.numbers', $numbers ?? [])

    <h2>By the hour</h2>
    @if ($hours === null || $hours === [])
        <p class="quiet">Not known before the schedule has run <code>keap:check</code>.</p>
    @else
        <table id="hours">
            <thead><tr><th scope="col">Time</th><th scope="col" class="number">Calls</th><th scope="col" class="number">Failed</th></tr></thead>
            @foreach ($hours as $time => $hour)
                <tr><th scope="row">{{ $loop->first ? 'Since' : 'From' }} {{ date('H:i', $time) }}</th><td class="number">{{ number_format($hour['calls']) }}</td><td class="number">{{ number_format($hour['failed']) }}</td></tr>
            @endforeach
        </table>
    @endif
@endsection
