<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Keap</title>
    <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
        th { text-align: left; padding-right: 2rem; vertical-align: top; }
        .error { color: #b00020; }
    </style>
</head>
<body>
    <h1>Keap</h1>

    @foreach ($errors->all() as $error)
        <p class="error">{{ $error }}</p>
    @endforeach

    <table>
        <tr><th>State</th><td id="state">{{ $status['state'] }}</td></tr>
        <tr><th>Application</th><td>{{ $status['application'] ?? '–' }}</td></tr>
        @if ($status['expires_at'])
            <tr><th>Token expires</th><td>{{ now()->setTimestamp($status['expires_at'])->diffForHumans() }}</td></tr>
        @endif
        @if ($status['last_error'])
            <tr><th>Last error</th><td class="error">{{ $status['last_error'] }}</td></tr>
        @endif
    </table>

    @if ($status['kind'] !== 'api_key')
        <p><a href="{{ route('keap.connect') }}">{{ $status['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a></p>
    @endif
</body>
</html>
