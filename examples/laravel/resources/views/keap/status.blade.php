<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Keap</title>
    <link rel="icon" href="data:,">
    @include('keap.style')
</head>
<body>
<main class="wide">
    @if ($problem !== null)
        <h1 class="error">Keap needs attention</h1>
        <p role="alert" id="problem">{{ $problem }}</p>
    @else
        <h1 class="good">Keap works</h1>
        <p role="status">{{ $called ? 'Keap is connected, and has the tag of new customers.' : 'Keap is connected.' }}</p>
    @endif

    @foreach ($errors->all() as $error)
        <p class="error" role="alert">{{ $error }}</p>
    @endforeach

    @if ($status['kind'] === 'oauth2' && $status['state'] !== 'reauthorization_required')
        <p class="quiet">The connection renews itself{{ $status['refreshed_at'] ? '; last renewed '.now()->setTimestamp($status['refreshed_at'])->diffForHumans() : '' }}.</p>
    @endif

    {{-- One button is the first: what a person must do where something is to be done. --}}
    @if ($status['kind'] !== 'api_key')
        <a class="button {{ in_array($status['state'], ['missing', 'reauthorization_required'], true) ? '' : 'second' }}" href="{{ route('keap.connect') }}">{{ $status['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a>
    @endif
    <a class="button second" href="{{ route('keap.status', ['call' => 1]) }}">Test with a call to Keap</a>

    <table>
        <tr><th scope="row">State</th><td id="state">{{ $status['state'] }}</td></tr>
        <tr><th scope="row">Application</th><td>{{ $status['application'] ?? '–' }}</td></tr>
        @if ($status['expires_at'])
            <tr><th scope="row">Token expires</th><td>{{ now()->setTimestamp($status['expires_at'])->diffForHumans() }}</td></tr>
        @endif
        @if ($status['last_error'])
            <tr><th scope="row">Last error</th><td class="error">{{ $status['last_error'] }}</td></tr>
        @endif
    </table>
</main>
</body>
</html>
