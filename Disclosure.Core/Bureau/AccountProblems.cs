using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>One sentence for every way a sign-in can fail, so that nobody learns which names exist.</summary>
public sealed record SignInRefused()
    : Problem("登录名或密码不正确，或者账号已停用、已锁定。连续输错 5 次锁定 15 分钟；忘记密码请联系系统管理员。");

/// <summary>The password in use was typed wrong.</summary>
public sealed record OldPasswordWrong() : Problem("原密码不正确，密码没有修改。")
{
    /// <inheritdoc/>
    public override string? Field => "Old";
}

/// <summary>Shorter than the least length.</summary>
public sealed record PasswordTooShort() : Problem($"新密码至少 {PasswordRules.Least} 个字符。")
{
    /// <inheritdoc/>
    public override string? Field => "New";
}

/// <summary>Longer than the most length.</summary>
public sealed record PasswordTooLong() : Problem($"新密码最多 {PasswordRules.Most} 个字符。")
{
    /// <inheritdoc/>
    public override string? Field => "New";
}

/// <summary>On the list of passwords tried first by whoever guesses.</summary>
public sealed record PasswordTooCommon() : Problem("新密码过于常见，容易被猜中，请换一个。")
{
    /// <inheritdoc/>
    public override string? Field => "New";
}

/// <summary>Holds the sign-in name, or is made of one character.</summary>
public sealed record PasswordTooPlain() : Problem("新密码不能包含登录名，也不能由同一个字符或连续数字组成。")
{
    /// <inheritdoc/>
    public override string? Field => "New";
}

/// <summary>The same as before.</summary>
public sealed record PasswordUnchanged() : Problem("新密码与原密码相同，请换一个。")
{
    /// <inheritdoc/>
    public override string? Field => "New";
}

/// <summary>Typed twice, not the same.</summary>
public sealed record PasswordsDiffer() : Problem("两次输入的新密码不一致。")
{
    /// <inheritdoc/>
    public override string? Field => "Again";
}

/// <summary>Administrators are there already.</summary>
public sealed record AdministratorExists(string Duty)
    : Problem($"已有{Duty}，命令行只建立首批管理员；其他人员请由系统管理员在“人员与职责”页面增加。");
