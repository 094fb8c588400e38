<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Keap</title>
    <style>
        :root { color-scheme: light dark; --error: #b00020; --line: #d0d0d0; }
        @media (prefers-color-scheme: dark) { :root { --error: #ff9aa8; --line: #505050; } a { color: #9ecbff; } }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .4rem 0; border-top: 1px solid var(--line); }
        th { padding-right: 1.5rem; white-space: nowrap; font-weight: 600; }
        .error { color: var(--error); }
    </style>
</head>
<body>
    <h1>Keap</h1>

    @foreach ($errors->all() as $error)
        <p class="error" role="alert">{{ $error }}</p>
    @endforeach

    @if ($problem !== null)
        <p class="error" role="alert" id="problem"><strong>Keap needs attention.</strong> {{ $problem }}</p>
    @else
        <p role="status">{{ $called ? 'Keap is connected, and has the tag of new customers.' : 'Keap is connected.' }}</p>
    @endif

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

    <p><a href="{{ route('keap.status', ['call' => 1]) }}">Test with a call to Keap</a></p>

    @if ($status['kind'] !== 'api_key')
        <p><a href="{{ route('keap.connect') }}">{{ $status['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a></p>
    @endif
</body>
</html>
