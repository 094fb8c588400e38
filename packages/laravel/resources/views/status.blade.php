@extends('keap::layout')
@section('title', 'Keap')
@section('content')
    <p class="word {{ $summary['level'] }}" id="level">{{ $summary['word'] }}</p>
    <p id="summary">{{ $summary['text'] }}</p>

    @if ($accounts[0]['kind'] !== 'api_key')
        <p><a class="button" href="{{ route('keap.connect') }}">{{ $accounts[0]['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a></p>
    @endif
    <form method="post" action="{{ route('keap.test') }}">@csrf <button>Send a test call</button></form>

    @foreach ($accounts as $account)
        <h2>Account {{ $account['account'] }}</h2>
        <table>
            <tr><th scope="row">State</th><td id="state-{{ $loop->index }}">{{ $account['state'] }}</td></tr>
            <tr><th scope="row">Application</th><td>{{ $account['application'] ?? '–' }}</td></tr>
            @if ($account['expires_at'])
                <tr><th scope="row">Token expires</th><td>{{ date('Y-m-d H:i:s', $account['expires_at']) }}</td></tr>
            @endif
            @if ($account['last_error'])
                <tr><th scope="row">Last error</th><td class="bad">{{ $account['last_error'] }}</td></tr>
            @endif
            @if ($account['attention'])
                <tr><th scope="row">To do</th><td class="bad">{{ $account['attention'] }}</td></tr>
            @endif
        </table>
    @endforeach

    @if ($numbers !== null)
        <h2>Limits</h2>
        <table>
            @foreach ($numbers['limits'] as $name => $limit)
                <tr>
                    <th scope="row">{{ str_replace('_', ' ', $name) }}</th>
                    <td>{{ $limit['limit'] === null ? 'not known before the first call' : "$limit[available] of $limit[limit] calls left" }}</td>
                </tr>
            @endforeach
        </table>
        <h2>Calls</h2>
        <table>
            <tr><th scope="row">Calls</th><td>{{ $numbers['stats']['calls'] }}</td></tr>
            <tr><th scope="row">Failures</th><td>{{ array_sum($numbers['stats']['failures']) }}</td></tr>
            <tr><th scope="row">Waits</th><td>{{ $numbers['stats']['waits'] }}, {{ $numbers['stats']['waited_ms'] }} ms</td></tr>
            @foreach (['p50', 'p95', 'p99'] as $part)
                <tr><th scope="row">Latency, {{ $part }}</th><td>{{ isset($numbers['stats']['latency_ms'][$part]) ? round($numbers['stats']['latency_ms'][$part], 1).' ms' : '–' }}</td></tr>
            @endforeach
            <tr><th scope="row">Jobs waiting</th><td>{{ $jobs ?? '–' }}</td></tr>
        </table>
    @endif
@endsection
