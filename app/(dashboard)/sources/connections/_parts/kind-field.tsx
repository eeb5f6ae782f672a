import { controlClass, Field, PasswordField, TextField } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import type { FieldView } from '@/lib/core/connections/view';

interface KindFieldProps {
  field: FieldView;
  value: string;
  error: string | undefined;
  /** A secret there is already: an empty field keeps it. */
  isKept: boolean;
  onChange: (value: string) => void;
}

/** One thing that a kind of connection asks for, as the kind says it. */
export function KindField({ field, value, error, isKept, onChange }: KindFieldProps) {
  const common = {
    label: field.label,
    hint: isKept ? `As it is, when all secrets are left empty. ${field.hint}`.trim() : field.hint,
    error,
    optional: !field.isRequired,
  };
  const change = (e: { target: { value: string } }) => onChange(e.target.value);
  if (field.options) return <SelectField {...common} optional={false} value={value} onChange={onChange} options={field.options} />;
  if (field.isLong)
    return (
      <Field {...common}>
        {(control) => (
          <textarea
            {...control}
            rows={5}
            value={value}
            onChange={change}
            autoComplete="off"
            spellCheck={false}
            className={controlClass(Boolean(error), 'h-auto! py-2 font-mono text-12!')}
          />
        )}
      </Field>
    );
  if (field.isSecret) return <PasswordField {...common} value={value} onChange={change} autoComplete="new-password" />;
  return <TextField {...common} value={value} onChange={change} autoComplete="off" spellCheck={false} />;
}
