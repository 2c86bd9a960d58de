using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Tests.Web.Shared;

/// <summary>Nothing is called saved that the store has not confirmed.</summary>
public sealed class AutosaveTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task WhatTheStoreCouldNotWrite_StaysUnsaved_IsSaid_AndIsTriedAgain(Type fault)
    {
        await using var keeper = new Keeper(clock) { Next = () => throw (Exception)Activator.CreateInstance(fault)! };
        keeper.Touch();
        clock.Advance(Autosave.Rest);
        Assert.Equal((true, new NotSavedNow()), (keeper.Dirty, keeper.Problem));
        Assert.IsType(fault, Assert.Single(keeper.Log.Lines).Cause);

        keeper.Next = () => null;
        clock.Advance(Autosave.Retry);
        Assert.Equal((false, (Problem?)null, 2), (keeper.Dirty, keeper.Problem, keeper.Writes));
    }

    [Fact]
    public async Task WhatIsChangedWhileASaveIsUnderWay_IsNotCalledSaved()
    {
        await using var keeper = new Keeper(clock);
        keeper.Next = () =>
        {
            if (keeper.Writes == 1)
            {
                keeper.Touch();
            }
            return null;
        };
        keeper.Touch();
        Assert.Null(await keeper.SaveAsync());
        Assert.True(keeper.Dirty);
        clock.Advance(Autosave.Rest);
        Assert.False(keeper.Dirty);
    }

    [Fact]
    public async Task ARefusalThatWouldComeAgain_IsSaidOnce()
    {
        await using var keeper = new Keeper(clock) { Next = () => new NotEditable() };
        keeper.Touch();
        clock.Advance(Autosave.Rest);
        clock.Advance(Autosave.Retry);
        Assert.Equal((true, 1), (keeper.Dirty, keeper.Writes));
    }

    private sealed class Keeper(TimeProvider clock, HeardLog log) : Autosave(clock, work => work(), log)
    {
        public Keeper(TimeProvider clock)
            : this(clock, new HeardLog()) { }

        public HeardLog Log => log;

        public Func<Problem?> Next { get; set; } = () => null;

        public int Writes { get; private set; }

        protected override Task<Problem?> WriteAsync()
        {
            Writes++;
            return Task.FromResult(Next());
        }

        protected override bool IsFinal(Problem problem) => problem is NotEditable;
    }
}
