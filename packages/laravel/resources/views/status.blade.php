@extends('keap::layout')
@section('title', 'Keap')
@section('content')
    <p class="word {{ $summary['level'] }}" id="level">{{ $summary['word'] }}</p>
    <p id="summary">{{ $summary['text'] }}</p>

    {{-- One button is the first: what a person must do where something is to be done. --}}
    <div class="actions">
        @if ($accounts[0]['kind'] !== 'api_key')
            <a @class(['button', 'second' => $summary['level'] !== 'bad']) href="{{ route('keap.connect') }}">{{ $accounts[0]['state'] === 'missing' ? 'Connect Keap' : 'Connect Keap again' }}</a>
        @endif
        <form method="post" action="{{ route('keap.test') }}">@csrf <button class="button second">Send a test call</button></form>
    </div>

    @foreach ($accounts as $account)
        <h2>Account {{ $account['account'] }}</h2>
        <table>
            <tr><th scope="row">State</th><td id="state-{{ $loop->index }}">{{ str_replace('_', ' ', $account['state']) }}</td></tr>
            <tr><th scope="row">Application</th><td>{{ $account['application'] ?? '–' }}</td></tr>
            @if ($account['expires_at'])
                <tr><th scope="row">Token expires</th><td>{{ date('Y-m-d H:i:s', $account['expires_at']) }}</td></tr>
            @endif
            @if ($account['last_error'] && ! ($loop->first && $summary['level'] === 'bad'))
                <tr><th scope="row">Last error</th><td class="bad">{{ $account['last_error'] }}</td></tr>
            @endif
            @if ($account['attention'] && $account['attention'] !== $summary['text'])
                <tr><th scope="row">To do</th><td class="bad">{{ $account['attention'] }}</td></tr>
            @endif
            @if ($loop->first)
                <tr><th scope="row">Jobs waiting</th><td>{{ $jobs ?? 'not known' }}</td></tr>
            @endif
        </table>
    @endforeach

    @includeWhen($numbers !== null, 'keap::numbers', $numbers ?? [])
@endsection
